/** The one door to the use cases: method names are looked up, inputs parsed, and whatever goes wrong becomes a typed failure. */
import * as z from 'zod/mini';
import { INPUTS, type Method, type Outputs } from '../api/contract.ts';
import type { Reply } from '../api/reply.ts';
import { refuse } from './failure.ts';

export type Parsed<M extends Method> = z.output<(typeof INPUTS)[M]>;
export type Handler<M extends Method> = (input: Parsed<M>) => Promise<Reply<Outputs[M]>>;
export type Handlers = { readonly [M in Method]: Handler<M> };

/** Never rejects. */
export type Dispatch = (method: string, input: unknown) => Promise<Reply<unknown>>;

/** `log` gets one line for each bug; never a value of a lead. */
export function createDispatch(handlers: Handlers, log: (line: string) => void): Dispatch {
  return async (method, input) => {
    if (!isMethod(method)) return refuse('unknownMethod', `There is no method '${shorten(method)}'.`);
    try {
      return await callHandler(handlers, method, input);
    } catch (thrown) {
      log(`${method} threw ${describeWithoutData(thrown)}`);
      return refuse(
        'unexpected',
        shorten(thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)),
      );
    }
  };
}

/** The schemas as they are used here: a parsed input typed by its method, which zod's own generic types lose. */
type Parsers = {
  readonly [M in Method]: {
    readonly safeParse: (input: unknown, context: ParseContext) => z.core.util.SafeParseResult<Parsed<M>>;
  };
};
type ParseContext = Parameters<(typeof INPUTS)['workshop.state']['safeParse']>[1];
const PARSERS: Parsers = INPUTS;

const isMethod = (method: string): method is Method => Object.hasOwn(INPUTS, method);

async function callHandler<M extends Method>(
  handlers: Handlers,
  method: M,
  input: unknown,
): Promise<Reply<Outputs[M]>> {
  const parsed = PARSERS[method].safeParse(input, { error: z.locales.en().localeError });
  if (parsed.success) return handlers[method](parsed.data);
  const issue = parsed.error.issues[0];
  return refuse('badInput', issue?.message ?? 'Invalid input', writePath(issue?.path ?? []));
}

/** As in `tokens[0]`. */
const writePath = (path: readonly PropertyKey[]): string =>
  path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`)).join('');

const shorten = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text);

/** The message is left out: it may quote a cell of a lead. Where it happened is enough to find the bug. */
function describeWithoutData(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const frames = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [thrown.name, ...frames.map((frame) => frame.trim())].join(' | ');
}
