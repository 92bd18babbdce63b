/** Questions that compare scenarios, on their way to where the history is held. */
import type { ScenariosCompared } from '../../api/compare-scenarios.ts';
import type { Reply } from '../../api/reply.ts';
import type { ReplayOptions } from '../../core/replay/replay-result.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import type { Handler } from '../dispatch.ts';
import { reply } from '../failure.ts';
import { askedOptions } from '../replay/asked-question.ts';
import type { ReplayClient } from '../replay/replay-client.ts';
import type { Replayable } from '../replay/replay-handlers.ts';
import { readScenarioRuleSets, readScenarioState } from '../scenario/scenario-state.ts';
import type { OpenWorkshop } from '../workshop/open-workshop.ts';
import type { AnalysisAnswer, AnalysisName, AnalysisQuestions } from './analyses.ts';

export interface AnalysisParts {
  readonly open: OpenWorkshop;
  readonly client: ReplayClient;
  readonly replayable: () => Reply<Replayable>;
}

type AnalysisMethod = 'compare.scenarios';

export function createAnalysisHandlers(parts: AnalysisParts): { readonly [M in AnalysisMethod]: Handler<M> } {
  const { open } = parts;
  const ask = createAsk(parts);
  return {
    'compare.scenarios': async (input) => {
      const workshop = open.readable();
      if (!workshop.ok) return workshop;
      const { baseline } = readScenarioState(workshop.value);
      const stored = readScenarioRuleSets(workshop.value);
      const named = [
        { side: { kind: 'baseline' }, name: baseline.name, seat: null, ruleSet: baseline.ruleSet } as const,
        ...stored.map(
          ({ id, ruleSet, seat }) => ({ side: { kind: 'scenario', id }, name: ruleSet.name, seat, ruleSet }) as const,
        ),
        { side: { kind: 'handover' }, name: '', seat: null, ruleSet: null } as const,
      ];
      const answer = await ask('scenarios', input, () =>
        reply({
          level: input.level,
          sides: named.map(({ ruleSet }) => (ruleSet === null ? { kind: 'handover' } : { kind: 'ruleSet', ruleSet })),
        }),
      );
      if (!answer.ok) return answer;
      const { figures, ...rest } = answer.value;
      const scenarios = named.flatMap(({ side, name, seat, ruleSet }, index): ScenariosCompared['scenarios'] => {
        const own = figures[index];
        const hasLevel = ruleSet === null || ruleSet.levels.some(({ id }) => id === input.level);
        return own === undefined ? [] : [{ side, name, seat, hasLevel, ...own }];
      });
      return reply({ ...rest, scenarios });
    },
  };
}

interface AskedOfAll {
  readonly level: string;
  readonly options: Parameters<typeof askedOptions>[0];
  readonly key: string;
}

/** Sends a question on; `questionOf` makes it of the workshop that is open, or says what is wrong with it. */
export function createAsk({ open, client, replayable }: AnalysisParts) {
  return async <N extends AnalysisName>(
    name: N,
    { level, options: stated, key }: AskedOfAll,
    questionOf: (workshop: ReadableWorkshop) => Reply<AnalysisQuestions[N]>,
  ): Promise<Reply<AnalysisAnswer<N>>> => {
    const workshop = open.readable();
    if (!workshop.ok) return workshop;
    const history = replayable();
    if (!history.ok) return history;
    const options: Reply<ReplayOptions> = askedOptions(stated);
    if (!options.ok) return options;
    const question = questionOf(workshop.value);
    if (!question.ok) return question;
    const asked = { name, scope: { level, options: options.value }, question: question.value };
    // The worker answers an analysis with the answer of its name.
    return client.ask(history.value.source, { kind: 'analysis', asked }, `${name} ${key}`) as Promise<
      Reply<AnalysisAnswer<N>>
    >;
  };
}
