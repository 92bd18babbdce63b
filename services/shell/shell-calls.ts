/** Reserved method names that travel like the contract's and end at the shell: paths become tokens here. */
import * as z from 'zod/mini';
import type { Dispatch } from '../dispatch.ts';
import { refuse, reply } from '../failure.ts';
import type { FileTokens } from '../file-tokens.ts';
import type { Shell } from './shell.ts';

const name = z.string().check(z.minLength(1), z.maxLength(200));
const INPUTS = {
  'shell.pickFiles': z.strictObject({ purpose: z.enum(['workshop', 'data-folder', 'delimited', 'costs', 'rule-set']) }),
  'shell.pickNewWorkshop': z.strictObject({ suggestedName: name }),
  'shell.saveText': z.strictObject({
    suggestedName: name,
    mediaType: z.string().check(z.maxLength(100)),
    text: z.string().check(z.maxLength(200_000_000)),
  }),
} as const;

/** The app's dispatch with the shell's methods before it; a method that the shell lacks is unknown. */
export function withShellCalls(dispatch: Dispatch, shell: Partial<Shell>, tokens: FileTokens): Dispatch {
  return async (method, input) => {
    try {
      if (method === 'shell.pickFiles' && shell.pickFiles !== undefined) {
        const parsed = z.safeParse(INPUTS[method], input);
        if (!parsed.success) return badInput();
        return reply((await shell.pickFiles(parsed.data.purpose)).map((path) => tokens.issue(path)));
      }
      if (method === 'shell.pickNewWorkshop' && shell.pickNewWorkshop !== undefined) {
        const parsed = z.safeParse(INPUTS[method], input);
        if (!parsed.success) return badInput();
        const path = await shell.pickNewWorkshop(parsed.data.suggestedName);
        return reply(path === null ? null : tokens.issue(path));
      }
      if (method === 'shell.saveText' && shell.saveText !== undefined) {
        const parsed = z.safeParse(INPUTS[method], input);
        if (!parsed.success) return badInput();
        const { suggestedName, mediaType, text } = parsed.data;
        return reply(await shell.saveText(suggestedName, mediaType, text));
      }
    } catch (thrown) {
      return refuse('unexpected', thrown instanceof Error ? thrown.message : String(thrown));
    }
    return dispatch(method, input);
  };
}

const badInput = () => refuse('badInput', 'The call does not fit its method.');
