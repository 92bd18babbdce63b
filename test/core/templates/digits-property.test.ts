/** The number of thousands, hundreds and units is read digit by digit, whatever a history holds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEMPLATE_WORDS } from '../../../cli/words/template-words.ts';
import { compileReplay } from '../../../core/replay/compile.ts';
import { replay } from '../../../core/replay/replay.ts';
import { DEFAULT_OPTIONS } from '../../../core/replay/replay-result.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import { templateRuleSet } from '../../../core/templates/map-template.ts';
import { THOUSANDS_HUNDREDS_UNITS } from '../../../core/templates/programmes/thousands-hundreds-units.ts';
import { type HistoryRows, historyOf, type LeadRows } from '../../support/history-of.ts';
import { onHistory } from './scored-leads.ts';

const CELLS: Readonly<Record<string, readonly string[]>> = {
  country: ['Germany', 'Italy', ''],
  age: ['17', '40.5', '40', '65', 'old', ''],
  profession: ['Engineering', 'Law', ''],
  job_title: ['Director', 'Head of Law', 'Clerk', ''],
  business_type: ['B2B', 'B2C', ''],
  device: ['Desktop', 'Phone', ''],
  source: ['Organic search', 'Fair', ''],
  newsletter: ['yes', 'no', ''],
  total_visits: ['0', '2.5', '19', '1000000', '-3', ''],
};
const TYPES = [
  'quote_request',
  'demo_request',
  'order',
  'page_view',
  'email_click',
  'newsletter_subscribe',
  'form_submit',
  'webinar',
  'trade_fair',
  'click_to_call',
];

const randomLead = (types: readonly string[]): fc.Arbitrary<LeadRows> =>
  fc.record({
    created: fc.constant('2026-01-01'),
    cells: fc.record(
      Object.fromEntries(Object.entries(CELLS).map(([name, cells]) => [name, fc.constantFrom(...cells)])),
    ),
    activities: fc.array(
      fc.record({
        at: fc.integer({ min: 1, max: 28 }).map((day) => `2026-01-${String(day).padStart(2, '0')}`),
        type: types.length === 0 ? fc.constant('other') : fc.constantFrom(...types),
      }),
      { maxLength: 120, size: 'max' },
    ),
    stages: fc.array(fc.record({ at: fc.constant('2026-01-15'), stage: fc.constant('recycled' as const) }), {
      maxLength: 1,
    }),
  });

/** Histories that have few of the columns and types, or all. */
const randomRows: fc.Arbitrary<HistoryRows> = fc
  .record({ types: fc.subarray(TYPES), names: fc.subarray(Object.keys(CELLS)) })
  .chain(({ types, names }) =>
    fc.array(randomLead(types), { minLength: 1, maxLength: 4 }).map((leads) => ({
      leads: leads.map((one) => ({
        ...one,
        cells: Object.fromEntries(Object.entries(one.cells ?? {}).filter(([name]) => names.includes(name))),
      })),
    })),
  );

const isWhole = (value: number, most: number): boolean => Number.isInteger(value) && value >= 0 && value <= most;

function expectDigits(rows: HistoryRows, ruleSet: RuleSet): void {
  const { now, nowByDimension } = replay(compileReplay(historyOf(rows), ruleSet, DEFAULT_OPTIONS), ruleSet);
  rows.leads.forEach((_lead, index) => {
    const [a, b, c] = [1_000, 100, 1].map((unit, place) => (nowByDimension[place]?.[index] ?? Number.NaN) / unit);
    const score = now[index] ?? Number.NaN;
    expect([a, b, c].map((value, place) => isWhole(value ?? Number.NaN, place === 2 ? 99 : 9))).toEqual([
      true,
      true,
      true,
    ]);
    expect(score).toBe(1_000 * (a ?? 0) + 100 * (b ?? 0) + (c ?? 0));
    expect([Math.floor(score / 1_000), Math.floor(score / 100) % 10, score % 100]).toEqual([a, b, c]);
  });
}

describe('thousands, hundreds and units', () => {
  it('never spill, on any history that they are mapped onto', () => {
    fc.assert(
      fc.property(randomRows, (rows) => expectDigits(rows, onHistory('thousands-hundreds-units', rows).ruleSet)),
      { numRuns: 200 },
    );
  });

  it('never spill with canonical names', () => {
    const ruleSet = templateRuleSet(THOUSANDS_HUNDREDS_UNITS, TEMPLATE_WORDS);
    fc.assert(
      fc.property(randomRows, (rows) => expectDigits(rows, ruleSet)),
      { numRuns: 200 },
    );
  });
});
