import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AwardSource } from '../../../core/replay/award-source.ts';
import { RECYCLE } from '../../../core/replay/award-stream.ts';
import { compileReplay } from '../../../core/replay/compile.ts';
import { historyOf } from '../../support/history-of.ts';
import { randomCase } from '../../support/random-case.ts';
import { ruleSetFrom } from '../../support/rule-set-from.ts';

interface Entry {
  readonly atMs: number;
  readonly slot: number;
  readonly ordinal: number;
}

function entriesOf(source: AwardSource, lead: number): readonly Entry[] {
  const count = source.read(lead);
  const { atMs, slot, ordinal } = source.entries;
  return Array.from({ length: count }, (_, entry) => ({
    atMs: atMs[entry] ?? Number.NaN,
    slot: slot[entry] ?? Number.NaN,
    ordinal: ordinal[entry] ?? Number.NaN,
  }));
}

/** A recycle comes before the awards of its instant. */
const placeOf = ({ slot }: Entry): number => (slot === RECYCLE ? -1 : slot);

describe('reading the awards of leads', () => {
  it('gives them in time, those of an instant by slot, a recycle first, and none after asOf', () => {
    fc.assert(
      fc.property(randomCase({ history: { manyStages: true } }), ({ history, ruleSet, options }) => {
        const compiled = compileReplay(history, ruleSet, options);
        const source = compiled.openAwards();
        for (let lead = 0; lead < source.leadCount; lead += 1) {
          const entries = entriesOf(source, lead);
          const sorted = entries.toSorted(
            (left, right) => left.atMs - right.atMs || placeOf(left) - placeOf(right) || left.ordinal - right.ordinal,
          );
          expect(entries).toEqual(sorted);
          expect(entries.filter(({ atMs }) => atMs > compiled.facts.asOfMs)).toEqual([]);
        }
      }),
      { numRuns: 500, seed: 20_260_003 },
    );
  });

  it('gives a lead the same whichever lead was read before, also while another reader reads', () => {
    fc.assert(
      fc.property(randomCase(), ({ history, ruleSet, options }) => {
        const compiled = compileReplay(history, ruleSet, options);
        const leads = history.leads.ids.map((_, lead) => lead);
        const onward = compiled.openAwards();
        const backward = compiled.openAwards();
        const expected = leads.map((lead) => entriesOf(compiled.openAwards(), lead));
        const back = leads.toReversed().map((lead) => {
          entriesOf(onward, leads.length - 1 - lead);
          return entriesOf(backward, lead);
        });
        expect(leads.map((lead) => entriesOf(onward, lead))).toEqual(expected);
        expect(back.toReversed()).toEqual(expected);
      }),
      { numRuns: 300, seed: 20_260_004 },
    );
  });

  it('gives a lead with more awards than any before all of them', () => {
    const start = Date.UTC(2025, 0, 1);
    const many = Array.from({ length: 10_000 }, (_, minute) => ({
      at: new Date(start + minute * 60_000).toISOString(),
      type: 'visit',
    }));
    const history = historyOf({
      leads: [
        { created: '2025-01-01', activities: many.slice(0, 3) },
        { created: '2025-01-01', activities: many },
      ],
    });
    const visit = { kind: 'activity', dimension: 'engagement', points: 1, on: { type: 'visit' } };
    const rules = Array.from({ length: 40 }, (_, rule) => ({ ...visit, id: `visit-${rule}`, name: `Visit ${rule}` }));
    const { openAwards } = compileReplay(history, ruleSetFrom({ rules }), { horizon: 'outcome' });
    const source = openAwards();
    expect([entriesOf(source, 0).length, entriesOf(source, 1).length]).toEqual([120, 400_000]);
    expect(entriesOf(source, 1).at(-1)).toEqual({ atMs: start + 9_999 * 60_000, slot: 39, ordinal: 9_999 });
  });
});
