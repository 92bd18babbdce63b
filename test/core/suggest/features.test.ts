import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionMask } from '../../../core/conditions/row-mask.ts';
import { leadTable } from '../../../core/conditions/table.ts';
import type { History } from '../../../core/history/history.ts';
import { qualityData } from '../../../core/quality/quality-data.ts';
import { compileReplay } from '../../../core/replay/compile.ts';
import { replay } from '../../../core/replay/replay.ts';
import { candidateFeatures } from '../../../core/suggest/candidate-features.ts';
import { cardRuleSet } from '../../../core/suggest/card-rule-set.ts';
import { type ChoosingLeads, eitherOf, type Feature } from '../../../core/suggest/feature.ts';
import { historyOf } from '../../support/history-of.ts';
import { PLAIN_QUESTION } from '../../support/worked-leads.ts';

const JOBS = ['Head of Sales', 'head of buying', 'CTO', 'cto', 'Student', 'PhD student', 'Direktor für Öl', ''];
const EMAILS = ['a@free.example', 'b@FREE.example', 'c@@free.example', 'd@firm.example', 'nobody', ''];
const SIZES = ['1', '5', '10', '20', '50', '100', '250', '1000', ''];
const PATHS = [
  '/',
  '/pricing',
  '/en/pricing',
  '/Pricing/service?x=1',
  '/quote/1',
  '/quote-request',
  'https://a.example/jobs',
];

/** All leads were handed over on the third day; some of what they did came later. */
const drawnHistory: fc.Arbitrary<History> = fc
  .array(
    fc.record({
      job: fc.constantFrom(...JOBS),
      email: fc.constantFrom(...EMAILS),
      size: fc.constantFrom(...SIZES),
      wants: fc.constantFrom('yes', 'No', ''),
      acts: fc.array(
        fc.record({
          day: fc.integer({ min: 1, max: 5 }),
          url: fc.constantFrom(...PATHS),
          type: fc.constantFrom('visit', 'Visit', 'mail'),
        }),
        { maxLength: 6 },
      ),
    }),
    { minLength: 40, maxLength: 120, size: 'max' },
  )
  .map((leads) =>
    historyOf({
      leads: leads.map(({ acts, ...cells }) => ({
        created: '2025-01-01',
        cells,
        activities: acts.map(({ day, url, type }) => ({ at: `2025-01-0${day}`, type, cells: { url } })),
        stages: [
          { at: '2025-01-03', stage: 'mql' },
          { at: '2025-12-01', stage: 'lost' },
        ],
      })),
    }),
  );

function featuresOf(history: History, chosen: ChoosingLeads): readonly Feature[] {
  const data = qualityData(history, PLAIN_QUESTION.options);
  const steps = candidateFeatures(data, PLAIN_QUESTION, [], chosen);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const halfOf = (history: History): ChoosingLeads => {
  const leads = Int32Array.from({ length: history.leads.count >> 1 }, (_, place) => 2 * place);
  return {
    leads,
    converted: Uint8Array.from(leads, (lead) => (lead % 3 === 0 ? 1 : 0)),
    horizonMs: new Float64Array(leads.length).fill(Date.UTC(2025, 0, 3)),
  };
};

const RUNS = { seed: 20_251_125, numRuns: 60 };

describe('a feature', () => {
  it('is had by just the leads that its rule gives points before the hand-over', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(drawnHistory, (history) => {
        const chosen = halfOf(history);
        for (const feature of featuresOf(history, chosen)) {
          kinds.add(feature.asks.kind);
          const ruleSet = cardRuleSet([{ feature, points: 5 }], [], [], 5, '');
          const compiled = compileReplay(history, ruleSet, { horizon: 'handover' });
          const { peak } = replay(compiled, ruleSet, false).levels[0] ?? { peak: [] };
          const rewarded = [...chosen.leads.keys()].filter((place) => peak[chosen.leads[place] ?? -1] === 5);
          expect([feature.name, [...feature.rows]]).toEqual([feature.name, rewarded]);
        }
      }),
      RUNS,
    );
    expect([...kinds].sort()).toEqual(['activity', 'attribute', 'bands']);
  });

  it('of a text is what its condition says of every lead', () => {
    fc.assert(
      fc.property(drawnHistory, (history) => {
        const chosen = halfOf(history);
        for (const { asks, rows } of featuresOf(history, chosen)) {
          if (asks.kind !== 'attribute') continue;
          const mask = conditionMask(asks.if, leadTable(history));
          expect([...rows]).toEqual([...chosen.leads.keys()].filter((place) => mask[chosen.leads[place] ?? -1] === 1));
        }
      }),
      RUNS,
    );
  });

  it('has two spellings of a type of activity in one', () => {
    const [history] = fc.sample(drawnHistory, { seed: 3, numRuns: 1 });
    if (history === undefined) throw new Error('one was drawn');
    const types = featuresOf(history, halfOf(history)).flatMap(({ asks }) =>
      asks.kind === 'activity' ? [asks.type] : [],
    );
    expect(types.length).toBeGreaterThan(0);
    expect(new Set(types.map((type) => type.toLowerCase())).size).toBe(new Set(types).size);
  });
});

describe('the names of features', () => {
  it('are words, and short whatever the cells hold', () => {
    expect(eitherOf(['Steel'])).toBe('Steel');
    expect(eitherOf(['a', 'b', 'c', 'd'])).toBe('a, b, c or d');
    expect(eitherOf(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c or 2 others');
    expect(Array.from(eitherOf(['漢'.repeat(3_000)]))).toHaveLength(60);
  });
});
