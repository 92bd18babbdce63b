/** The what-if, the leads and what is wrong with the history: everything that asks the replay worker. */
import type { Input, Outputs } from '../../api/contract.ts';
import type { Reply } from '../../api/reply.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { askedOptions, askedRuleSet } from './asked-question.ts';
import type { ReplayClient } from './replay-client.ts';
import type { HistorySource } from './replay-protocol.ts';
import type { Question } from './replay-session.ts';

/** What of the open workshop a replay needs; a failure when none is open. */
export interface Replayable {
  readonly source: HistorySource;
  readonly scenario: RuleSet;
  readonly baseline: RuleSet;
}

export interface ReplayHandlerParts {
  readonly client: ReplayClient;
  readonly replayable: () => Reply<Replayable>;
}

type ReplayMethod = 'replay.frame' | 'replay.swap' | 'leads.list' | 'leads.one' | 'history.quality';
type ReplayHandlers = { readonly [M in ReplayMethod]: (input: Input<M>) => Promise<Reply<Outputs[M]>> };

export function createReplayHandlers({ client, replayable }: ReplayHandlerParts): ReplayHandlers {
  const question = (
    input: Input<'replay.frame'> | Input<'replay.swap'>,
  ): Reply<{ readonly source: HistorySource; readonly question: Question }> => {
    const open = replayable();
    if (!open.ok) return open;
    const scenario = askedRuleSet(input.ruleSet);
    if (!scenario.ok) return scenario;
    const options = askedOptions(input.options);
    if (!options.ok) return options;
    const { source, baseline } = open.value;
    return {
      ok: true,
      value: {
        source,
        question: { scenario: scenario.value, baseline, level: input.level, options: options.value },
      },
    };
  };
  return {
    'replay.frame': async (input) => {
      const asked = question(input);
      if (!asked.ok) return asked;
      return client.ask(asked.value.source, { kind: 'frame', question: asked.value.question }, input.key);
    },
    'replay.swap': async (input) => {
      const asked = question(input);
      if (!asked.ok) return asked;
      const { list, offset, limit } = input;
      return client.ask(asked.value.source, { kind: 'swap', question: asked.value.question, list, offset, limit });
    },
    'leads.list': async (input) => {
      const open = replayable();
      if (!open.ok) return open;
      return client.ask(open.value.source, { kind: 'leads', ruleSet: open.value.scenario, query: input });
    },
    'history.quality': async () => {
      const open = replayable();
      return open.ok ? client.ask(open.value.source, { kind: 'quality' }) : open;
    },
    'leads.one': async ({ id }) => {
      const open = replayable();
      if (!open.ok) return open;
      const found = await client.ask(open.value.source, { kind: 'lead', ruleSet: open.value.scenario, id });
      if (!found.ok) return found;
      return found.value === null
        ? { ok: false, error: { kind: 'notFound', detail: id } }
        : { ok: true, value: found.value };
    },
  };
}
