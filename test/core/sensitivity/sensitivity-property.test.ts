/** On random histories and rule sets: shares against the definition, levers against what they name. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohortCalendar } from '../../../core/measures/by-time.ts';
import { levelMeasures } from '../../../core/measures/level-measures.ts';
import { compileReplay } from '../../../core/replay/compile.ts';
import { replay } from '../../../core/replay/replay.ts';
import { setRuleEnabled } from '../../../core/rule-set/edit-rules.ts';
import { parseRuleSet } from '../../../core/rule-set/parse-rule-set.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import { heatMap } from '../../../core/sensitivity/heat-map.ts';
import { leversOf } from '../../../core/sensitivity/levers.ts';
import { measuredLeads, peaksOf } from '../../../core/sensitivity/measured-leads.ts';
import { rankingWorth } from '../../../core/sensitivity/ranking-worth.ts';
import { ruleShares } from '../../../core/sensitivity/rule-shares.ts';
import { tornado } from '../../../core/sensitivity/tornado.ts';
import { randomCase } from '../../support/random-case.ts';

const goOn = () => true;
const aCase = randomCase().map(({ history, ruleSet, options }) => {
  const compiled = compileReplay(history, ruleSet, options);
  const measured = measuredLeads(compiled.facts);
  const [level] = ruleSet.levels;
  if (level === undefined) throw new Error('a rule set has a level');
  const peaksBy = (moved: RuleSet) =>
    peaksOf(measured, replay(compiled, moved, false).levels[0]?.peak ?? new Float64Array(0));
  const { weeks } = cohortCalendar(history, compiled.facts);
  const simulated = (moved: RuleSet) => levelMeasures(replay(compiled, moved, false), 0, level.id);
  return { ranking: { measured, weeks, ruleSet, level, peaksBy }, simulated };
});

describe('what moves a level of any rule set', () => {
  it('begins at its measures, and every end is a rule set whose measures it tells', () => {
    fc.assert(
      fc.property(aCase, ({ ranking, simulated }) => {
        const told = tornado(ranking, goOn);
        expect(told?.present.cell.leads).toBe(simulated(ranking.ruleSet).reached);
        const levers = leversOf(ranking.ruleSet, ranking.level);
        told?.bars.forEach(({ lower, higher }, index) => {
          const lever = levers[index];
          for (const [end, move] of [
            [lower, lever?.lower],
            [higher, lever?.higher],
          ] as const) {
            if (end === null || move === null || move === undefined) continue;
            const { reached, converted, observed, rate } = simulated(move.ruleSet);
            expect(end.atThreshold.cell).toMatchObject({ leads: reached, converted, observed, rate });
          }
        });
      }),
      { numRuns: 30 },
    );
  });

  it('is moved to rule sets that the app can read', () => {
    fc.assert(
      fc.property(aCase, ({ ranking: { ruleSet, level } }) => {
        for (const { lower, higher } of leversOf(ruleSet, level))
          for (const move of [lower, higher])
            if (move !== null) expect(parseRuleSet(move.ruleSet)).toMatchObject({ ok: true });
      }),
      { numRuns: 30 },
    );
  });

  it('has one present cell among threshold and half-life, with its measures', () => {
    fc.assert(
      fc.property(aCase, ({ ranking, simulated }) => {
        const present = heatMap(ranking, goOn)?.rows.filter(({ isPresent }) => isPresent);
        expect(present).toHaveLength(1);
        expect(present?.[0]?.cells[3]?.leads).toBe(simulated(ranking.ruleSet).reached);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the shares of any rules', () => {
  it('are those of the definition, summed over every set of rules', () => {
    fc.assert(
      fc.property(aCase, ({ ranking }) => {
        const { ruleSet, measured, peaksBy } = ranking;
        const ids = ruleSet.rules.filter(({ enabled }) => enabled).map(({ id }) => id);
        fc.pre(ids.length <= 4);
        const shares = ruleShares(ranking, { seed: 1, onStep: goOn });
        const worthOf = (set: readonly string[]): number => {
          const only = ids.reduce((moved, id) => setRuleEnabled(moved, id, set.includes(id)), ruleSet);
          return rankingWorth(measured, peaksBy(only), shares?.volume ?? 0).sqls;
        };
        ids.forEach((id, index) => {
          const others = ids.filter((other) => other !== id);
          const sets = Array.from({ length: 2 ** others.length }, (_, set) =>
            others.filter((_other, place) => ((set >>> place) & 1) === 1),
          );
          const share = sets.reduce(
            (sum, set) =>
              sum +
              ((factorial(set.length) * factorial(ids.length - set.length - 1)) / factorial(ids.length)) *
                (worthOf([...set, id]) - worthOf(set)),
            0,
          );
          expect(shares?.sqls.shares[index]?.share).toBeCloseTo(share, 9);
        });
      }),
      { numRuns: 25 },
    );
  });

  it('sum up to what all are worth less what none is, exact or drawn', () => {
    fc.assert(
      fc.property(aCase, fc.constantFrom(0, 12), ({ ranking }, mostExact) => {
        fc.pre(ranking.ruleSet.rules.length <= 6);
        const shares = ruleShares(ranking, { seed: 5, onStep: goOn, mostExact, pairs: 3 });
        for (const worth of [shares?.sqls, shares?.auc]) {
          const sum = worth?.shares.reduce((total, { share }) => total + share, 0);
          expect(sum).toBeCloseTo((worth?.all ?? 0) - (worth?.none ?? 0), 9);
        }
      }),
      { numRuns: 25 },
    );
  });
});

const factorial = (count: number): number => (count <= 1 ? 1 : count * factorial(count - 1));
