import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awardsOf } from '../../../core/reference/awards.ts';
import { standpointOf } from '../../../core/reference/facts.ts';
import { leadRows } from '../../../core/reference/lead-rows.ts';
import { replayReference } from '../../../core/reference/replay-reference.ts';
import { compileReplay } from '../../../core/replay/compile.ts';
import { ledgerOf } from '../../../core/replay/explain.ts';
import { OUTCOMES, type ReplayResult } from '../../../core/replay/replay-result.ts';
import { comparePlainly, rulesAlone } from '../../../core/rule-effects/alone.ts';
import { effectsOf } from '../../../core/rule-effects/rule-effects.ts';
import { ruleTouches } from '../../../core/rule-effects/rule-touches.ts';
import { setRuleEnabled } from '../../../core/rule-set/edit-rules.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import { type RandomCase, randomCase } from '../../support/random-case.ts';

const SEED = 20_260_501;

const isMeasured = ({ facts }: ReplayResult, lead: number): boolean =>
  facts.inCohort[lead] === 1 && OUTCOMES[facts.outcome[lead] ?? 0] !== 'customer';

const countOf = (result: ReplayResult, leads: readonly number[]) => ({
  leads: leads.length,
  converted: leads.filter((lead) => result.facts.outcome[lead] === 0).length,
  observed: leads.filter((lead) => (result.facts.outcome[lead] ?? 9) <= 1).length,
});

const isClose = (left: number, right: number): boolean => Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(right));

const effects = ({ history, ruleSet, options }: RandomCase) => {
  const compiled = compileReplay(history, ruleSet, options);
  return { compiled, effects: effectsOf(ruleSet, ruleTouches(compiled, ruleSet)) };
};

describe('what a rule does, for any rule set and history', () => {
  it('is what the awards of the reference engine say', () => {
    fc.assert(
      fc.property(randomCase(), (question) => {
        const { history, ruleSet, options } = question;
        const result = replayReference(history, ruleSet, options);
        const rows = leadRows(history);
        const { asOfMs, timeZone } = standpointOf(history, rows, options);
        const measured = rows.flatMap((_, lead) => (isMeasured(result, lead) ? [lead] : []));
        const awardsByLead = rows.map((row, lead) => {
          const horizonMs = result.facts.horizonMs[lead] ?? Number.NaN;
          const extent = Number.isNaN(horizonMs)
            ? { untilMs: asOfMs, inclusive: true }
            : { untilMs: horizonMs, inclusive: false };
          return measured.includes(lead) ? awardsOf(row, ruleSet, extent, timeZone) : [];
        });
        const found = effects(question).effects;
        expect(found.base).toMatchObject(countOf(result, measured));
        for (const [index, rule] of ruleSet.rules.entries()) {
          const own = awardsByLead.map((awards) => awards.filter((award) => award.rule.id === rule.id));
          const touched = measured.filter((lead) => (own[lead]?.length ?? 0) > 0);
          expect(found.rules[index]).toMatchObject({
            ruleId: rule.id,
            touched: countOf(result, touched),
            untouched: countOf(
              result,
              measured.filter((lead) => !touched.includes(lead)),
            ),
            awards: own.flat().length,
          });
          const points = own.flat().reduce((sum, award) => sum + award.points, 0);
          expect(isClose(found.rules[index]?.points ?? Number.NaN, points)).toBe(true);
        }
      }),
      { numRuns: 600, seed: SEED },
    );
  });

  it('adds up to the ledgers of the leads, as far as their horizons let them be read', () => {
    fc.assert(
      fc.property(randomCase(), (question) => {
        const { ruleSet } = question;
        const { compiled, effects: found } = effects(question);
        const { facts } = compiled;
        const entries = Array.from(facts.outcome, (_, lead) => {
          if (facts.inCohort[lead] !== 1 || OUTCOMES[facts.outcome[lead] ?? 0] === 'customer') return [];
          const horizonMs = facts.horizonMs[lead] ?? Number.NaN;
          const isTimed = (id: string): boolean => compiled.slotByRule.has(id);
          return ledgerOf(compiled, ruleSet, lead).entries.filter(
            ({ ruleId, atMs }) => !isTimed(ruleId) || !(atMs >= horizonMs),
          );
        }).flat();
        for (const { ruleId, awards, points } of found.rules) {
          const own = entries.filter((entry) => entry.ruleId === ruleId);
          expect(awards).toBe(own.length);
          expect(
            isClose(
              points,
              own.reduce((sum, entry) => sum + entry.points, 0),
            ),
          ).toBe(true);
        }
      }),
      { numRuns: 400, seed: SEED + 1 },
    );
  });

  it('by itself is the difference of two replays of the reference engine', () => {
    fc.assert(
      fc.property(randomCase(), ({ history, ruleSet, options }) => {
        const compiled = compileReplay(history, ruleSet, options);
        const level = ruleSet.levels[0]?.id ?? '';
        const reachedBy = (asked: RuleSet) => {
          const result = replayReference(history, asked, options);
          return (lead: number): boolean =>
            isMeasured(result, lead) && !Number.isNaN(result.levels[0]?.reachedAtMs[lead] ?? Number.NaN);
        };
        const result = replayReference(history, ruleSet, options);
        const full = reachedBy(ruleSet);
        const leads = Array.from(result.facts.outcome, (_, lead) => lead);
        const ids = ruleSet.rules.map(({ id }) => id);
        const expected = ruleSet.rules
          .filter(({ enabled }) => enabled)
          .map(({ id }) => {
            const without = reachedBy(setRuleEnabled(ruleSet, id, false));
            return {
              ruleId: id,
              brings: countOf(
                result,
                leads.filter((lead) => full(lead) && !without(lead)),
              ),
              keepsBack: countOf(
                result,
                leads.filter((lead) => !full(lead) && without(lead)),
              ),
            };
          });
        expect(rulesAlone(ruleSet, ids, comparePlainly(compiled, ruleSet, level))).toMatchObject(expected);
      }),
      { numRuns: 300, seed: SEED + 2 },
    );
  });

  it('is the same whether the awards are read anew or taken over from before a lever moved', () => {
    const moves = fc.record({ question: randomCase(), moved: fc.array(fc.noBias(fc.nat(3)), { maxLength: 7 }) });
    fc.assert(
      fc.property(moves, ({ question: { history, ruleSet, options }, moved }) => {
        const compiled = compileReplay(history, ruleSet, options);
        const next: RuleSet = {
          ...ruleSet,
          rules: ruleSet.rules.map((rule, index) => {
            if (moved[index] === 1) return { ...rule, enabled: !rule.enabled };
            return moved[index] === 2 && rule.kind !== 'bands' ? { ...rule, points: rule.points - 7 } : rule;
          }),
        };
        const taken = ruleTouches(compiled, next, () => {}, ruleTouches(compiled, ruleSet));
        expect(effectsOf(next, taken)).toEqual(effectsOf(next, ruleTouches(compiled, next)));
      }),
      { numRuns: 300, seed: SEED + 3 },
    );
  });
});
