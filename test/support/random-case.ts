import fc from 'fast-check';
import { DAY_MS, type History } from '../../core/history/history.ts';
import type { ReplayOptions } from '../../core/replay/replay-result.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import type { HistoryRows } from './history-of.ts';
import { randomAttributeCondition } from './random-condition.ts';
import { type HistoryDemands, randomHistory, randomOffset } from './random-history.ts';
import { type RuleSetDemands, randomRuleSet } from './random-rule-set.ts';

/** One question to both engines. */
export interface ReplayCase {
  readonly history: History;
  readonly ruleSet: RuleSet;
  readonly options: ReplayOptions;
}

export interface RandomCase extends ReplayCase {
  /** What the history was built from, for a readable counterexample. */
  readonly rows: HistoryRows;
}

export interface OptionDemands {
  readonly horizon?: ReplayOptions['horizon'];
  readonly maturityDays?: readonly number[];
  readonly asOf?: true;
  readonly cohort?: true;
}

export interface CaseDemands {
  readonly history?: HistoryDemands;
  readonly ruleSet?: RuleSetDemands;
  readonly options?: OptionDemands;
}

export function randomCase(demands: CaseDemands = {}): fc.Arbitrary<RandomCase> {
  return fc
    .record({
      history: randomHistory(demands.history),
      ruleSet: randomRuleSet(demands.ruleSet),
      options: randomOptions(demands.options ?? {}),
    })
    .map(({ history: { history, rows, baseMs }, ruleSet, options: { asOfMs, fromMs, toMs, ...options } }) => ({
      history,
      ruleSet,
      options: {
        ...options,
        ...(asOfMs === undefined ? {} : { asOfMs: baseMs + asOfMs }),
        ...(fromMs === undefined ? {} : { fromMs: baseMs + fromMs }),
        ...(toMs === undefined ? {} : { toMs: baseMs + toMs }),
      },
      rows,
    }));
}

/** Instants are offsets from the base of the history. */
function randomOptions(demands: OptionDemands): fc.Arbitrary<ReplayOptions> {
  const asOfMs = fc.oneof(
    { weight: 21, arbitrary: randomOffset(0, 60) },
    { weight: 7, arbitrary: randomOffset(60, 200) },
    { weight: 1, arbitrary: fc.constant(400 * DAY_MS) },
  );
  const maturityDays = fc.noBias(
    fc.constantFrom(...(demands.maturityDays ?? [0, 0.5, 1 / 24, 7, 14.5, 30, 90, 36_500])),
  );
  return fc.record(
    {
      horizon: demands.horizon
        ? fc.constant(demands.horizon)
        : fc.constantFrom('outcome' as const, 'handover' as const),
      asOfMs,
      fromMs: randomOffset(0, 10),
      toMs: randomOffset(5, 25),
      maturityDays,
      scope: randomAttributeCondition,
    },
    {
      requiredKeys: [
        'horizon',
        ...(demands.asOf ? (['asOfMs'] as const) : []),
        ...(demands.cohort ? (['fromMs', 'toMs'] as const) : []),
        ...(demands.maturityDays ? (['maturityDays'] as const) : []),
      ],
    },
  );
}
