import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRuleSet } from '../../../core/rule-set/parse-rule-set.ts';
import { attributesOfRule } from '../../../core/rule-set/rule-set-warnings.ts';
import { suggest } from '../../../core/suggest/suggest.ts';
import type { Sign, SuggestionConstraints, SuggestionQuestion } from '../../../core/suggest/suggestion.ts';
import { historyOf } from '../../support/history-of.ts';
import { PLAIN_QUESTION, type WorkedLeads, workedLeads } from '../../support/worked-leads.ts';

const drawnLeads: fc.Arbitrary<WorkedLeads> = fc
  .record({
    leads: fc.integer({ min: 250, max: 1_000 }),
    seed: fc.nat(10_000),
    steel: fc.constantFrom(-2, 0, 1.5, 2.5),
    quote: fc.constantFrom(-2, 0, 1.5, 2.5),
    withoutDates: fc.boolean(),
  })
  .map(({ leads, seed, steel, quote, withoutDates }) => ({
    leads,
    seed,
    odds: [-0.7, steel, quote],
    ...(withoutDates ? { withoutDates } : {}),
  }));

const sign = fc.constantFrom<Sign>('positive', 'negative', 'any');
const drawnConstraints: fc.Arbitrary<SuggestionConstraints> = fc.record({
  rules: fc.integer({ min: 1, max: 6 }),
  multipleOf: fc.constantFrom(1, 5, 10, 2.5),
  maxPoints: fc.integer({ min: 10, max: 60 }),
  fixed: fc.constant([]),
  forbidden: fc.subarray(['industry', 'size', 'language']),
  signByAttribute: fc.record({ industry: sign, size: sign }),
  signByActivity: fc.record({ quote: sign, visit: sign }),
});

const under = (constraints: SuggestionConstraints): SuggestionQuestion => ({ ...PLAIN_QUESTION, constraints });
const RUNS = { seed: 20_251_125, numRuns: 40 };

describe('suggested points, whatever the history', () => {
  it('keep to every constraint, and are valid rule sets', () => {
    let cards = 0;
    fc.assert(
      fc.property(drawnLeads, drawnConstraints, (leads, constraints) => {
        const answer = suggest(historyOf(workedLeads(leads)), under(constraints));
        for (const { ruleSet } of answer?.ok === true ? answer.value.cards : []) {
          cards += 1;
          expect(parseRuleSet(ruleSet).ok).toBe(true);
          expect(ruleSet.rules.length).toBeLessThanOrEqual(constraints.rules);
          for (const rule of ruleSet.rules) {
            const points = 'points' in rule ? rule.points : (rule.kind === 'bands' && rule.bands[0]?.points) || 0;
            expect(Math.abs(points)).toBeGreaterThan(0);
            expect(Math.abs(points)).toBeLessThanOrEqual(constraints.maxPoints);
            expect(Number.isInteger(points / constraints.multipleOf)).toBe(true);
            for (const attribute of attributesOfRule(rule)) {
              expect([...constraints.forbidden, 'verdict']).not.toContain(attribute);
              expect(isAgainst(constraints.signByAttribute[attribute], points)).toBe(false);
            }
            if (rule.kind === 'activity')
              expect(isAgainst(constraints.signByActivity[rule.on.type?.[0] ?? ''], points)).toBe(false);
          }
        }
      }),
      RUNS,
    );
    expect(cards).toBeGreaterThan(RUNS.numRuns / 2);
  });

  it('are the same for leads in another order', () => {
    fc.assert(
      fc.property(drawnLeads, fc.nat(), (leads, turn) => {
        const { leads: rows } = workedLeads(leads);
        const moved = rows.toSorted((one, other) => (rank(one.id, turn) < rank(other.id, turn) ? -1 : 1));
        expect(suggest(historyOf({ leads: moved }), PLAIN_QUESTION)).toEqual(
          suggest(historyOf({ leads: rows }), PLAIN_QUESTION),
        );
      }),
      { ...RUNS, numRuns: 15 },
    );
  });

  it('with more rules allowed have no lower criterion', () => {
    fc.assert(
      fc.property(drawnLeads, (leads) => {
        const history = historyOf(workedLeads(leads));
        let before = 0;
        for (const rules of [1, 2, 4]) {
          const answer = suggest(history, under({ ...PLAIN_QUESTION.constraints, rules }));
          const criterion = answer?.ok === true ? (answer.value.cards[0]?.criterion ?? 0) : 0;
          expect(criterion).toBeGreaterThanOrEqual(before);
          before = criterion;
        }
      }),
      { ...RUNS, numRuns: 15 },
    );
  });
});

const isAgainst = (wanted: Sign | undefined, points: number): boolean =>
  (wanted === 'positive' && points < 0) || (wanted === 'negative' && points > 0);

const rank = (id: string | undefined, turn: number): string =>
  String((Math.imul(Number(id?.slice(1)) + 1, 0x9e3779b1) ^ Math.imul(turn + 1, 0x85ebca6b)) >>> 0).padStart(10, '0');
