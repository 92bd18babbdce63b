/** What holds of every profile, and its counts again row by row with the reference's facts and conditions. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { History } from '../../../core/history/history.ts';
import { pairOf } from '../../../core/profile/level-pairs.ts';
import type { Profile } from '../../../core/profile/profile.ts';
import { holds, matches } from '../../../core/reference/conditions.ts';
import { factsOf, standpointOf } from '../../../core/reference/facts.ts';
import { type LeadRow, leadRows } from '../../../core/reference/lead-rows.ts';
import type { ReplayOptions } from '../../../core/replay/replay-result.ts';
import type { ActivityFilter } from '../../../core/rule-set/rule-set.ts';
import { randomHistory } from '../../support/random-history.ts';
import { countedProfile } from './profile-of.ts';

const RUNS = 500;
const SEED = 20_251_126;

const options: fc.Arbitrary<ReplayOptions> = fc.record({
  horizon: fc.constantFrom('outcome', 'handover'),
  maturityDays: fc.constantFrom(0, 5, 30),
});

const levelsOf = ({ attributes, behaviours }: Profile) => [
  ...attributes.flatMap(({ levels }) => levels),
  ...behaviours.flatMap(({ levels }) => levels),
];

const total = (
  levels: readonly { readonly leads: number; readonly observed: number; readonly converted: number }[],
) => ({
  leads: levels.reduce((sum, { leads }) => sum + leads, 0),
  observed: levels.reduce((sum, { observed }) => sum + observed, 0),
  converted: levels.reduce((sum, { converted }) => sum + converted, 0),
});

interface Judged extends LeadRow {
  readonly outcome: string;
  readonly known: LeadRow['activities'];
}

/** Leads without the customers, with what was known of each at the time. */
function judgedRows(history: History, asked: ReplayOptions): readonly Judged[] {
  const rows = leadRows(history);
  const standpoint = standpointOf(history, rows, asked);
  return rows
    .filter(({ createdAtMs }) => createdAtMs <= standpoint.asOfMs)
    .map((lead) => {
      const { outcome, horizonMs } = factsOf(lead, standpoint);
      const known = lead.activities.filter(({ atMs }) =>
        horizonMs === null ? atMs <= standpoint.asOfMs : atMs < horizonMs,
      );
      return { ...lead, outcome, known };
    })
    .filter(({ outcome }) => outcome !== 'customer');
}

const counted = (leads: readonly Judged[]) => ({
  leads: leads.length,
  observed: leads.filter(({ outcome }) => outcome === 'converted' || outcome === 'not converted').length,
  converted: leads.filter(({ outcome }) => outcome === 'converted').length,
});

describe('a profile', () => {
  it('has every lead in exactly one level of each attribute, and in one of the times of each behaviour', () => {
    fc.assert(
      fc.property(randomHistory(), options, ({ history }, asked) => {
        const { profile } = countedProfile(history, { options: asked });
        const all = { leads: profile.leads, observed: profile.observed, converted: profile.converted };
        for (const { levels } of profile.attributes) expect(total(levels)).toEqual(all);
        for (const { levels } of profile.behaviours) {
          expect(total(levels.filter(({ value }) => value !== '1+'))).toEqual(all);
          expect(total(levels.filter(({ value }) => value === '1+' || value === '0'))).toEqual(all);
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('has the counts of its behaviours and of its values row by row', () => {
    fc.assert(
      fc.property(randomHistory(), options, ({ history }, asked) => {
        const { profile } = countedProfile(history, { options: asked });
        const rows = judgedRows(history, asked);
        expect(total([profile])).toEqual(counted(rows));
        for (const { levels } of profile.behaviours) {
          const times = (lead: Judged, on: ActivityFilter): number =>
            lead.known.filter((row) => matches(on, row, history.timeZone)).length;
          for (const { times: often, on, leads, observed, converted } of levels)
            expect({ leads, observed, converted }).toEqual(
              counted(
                rows.filter(
                  (lead) => times(lead, on) >= often.from && times(lead, on) <= (often.to ?? Number.MAX_VALUE),
                ),
              ),
            );
        }
        for (const { levels } of profile.attributes) {
          for (const { condition, leads, observed, converted } of levels) {
            if (condition === null) continue;
            expect({ leads, observed, converted }).toEqual(
              counted(rows.filter((lead) => holds(condition, lead.attribute, history.timeZone))),
            );
          }
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('counts two levels together row by row', () => {
    fc.assert(
      fc.property(randomHistory(), options, fc.nat(), fc.nat(), ({ history }, asked, one, other) => {
        const whole = countedProfile(history, { options: asked });
        const levels = namedLevels(whole.profile, history.timeZone);
        const first = levels[one % levels.length];
        const second = levels[other % levels.length];
        if (first === undefined || second === undefined) return;
        const pair = pairOf(whole, first.level, second.level);
        const rows = judgedRows(history, asked).filter((lead) => first.holds(lead) && second.holds(lead));
        expect(pair).toMatchObject({ ok: true, value: counted(rows) });
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('has rates within their intervals, q at least p, and each rank once', () => {
    fc.assert(
      fc.property(randomHistory(), options, ({ history }, asked) => {
        const levels = levelsOf(countedProfile(history, { options: asked }).profile);
        for (const { rate, interval, observed, converted, pValue, q, lift, liftInterval } of levels) {
          expect(rate).toBe(observed === 0 ? null : converted / observed);
          expect(interval === null).toBe(rate === null);
          if (rate !== null && interval !== null) {
            expect(interval[0]).toBeLessThanOrEqual(rate);
            expect(interval[1]).toBeGreaterThanOrEqual(rate);
          }
          expect(q === null).toBe(pValue === null);
          if (q !== null && pValue !== null) expect(q).toBeGreaterThanOrEqual(pValue);
          if (lift !== null && liftInterval !== null) expect(liftInterval[0]).toBeLessThanOrEqual(lift);
        }
        const ranked = levels.filter(({ rank }) => rank !== null);
        const byRank = ranked.toSorted((left, right) => (left.rank ?? 0) - (right.rank ?? 0));
        expect(byRank.map(({ rank }) => rank)).toEqual(byRank.map((_, index) => index + 1));
        const lowers = byRank.map(({ liftInterval }) => liftInterval?.[0] ?? Number.NaN);
        expect(lowers).toEqual(lowers.toSorted((left, right) => right - left));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('is the same whatever the order of the leads', () => {
    fc.assert(
      fc.property(
        randomHistory(),
        options,
        fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
        ({ history }, asked, draws) => {
          const order = Array.from({ length: history.leads.count }, (_, lead) => ({
            lead,
            by: draws[lead % draws.length] ?? 0,
          }))
            .toSorted((left, right) => left.by - right.by)
            .map(({ lead }) => lead);
          const { profile } = countedProfile(history, { options: asked });
          expect(countedProfile(permuted(history, order), { options: asked }).profile).toEqual(profile);
        },
      ),
      { numRuns: RUNS, seed: SEED },
    );
  });
});

/** Every level that a condition or a number of times says, with whether a lead is in it. */
function namedLevels({ attributes, behaviours }: Profile, timeZone: string) {
  const ofAttributes = attributes.flatMap(({ attribute, levels }) =>
    levels.flatMap(({ value, condition }) =>
      condition === null
        ? []
        : [{ level: { attribute, value }, holds: (lead: Judged) => holds(condition, lead.attribute, timeZone) }],
    ),
  );
  const ofBehaviours = behaviours.flatMap(({ activity, property, propertyValue, levels }) =>
    levels.map(({ value, on, times: { from, to } }) => ({
      level: { activity, property, propertyValue, value },
      holds: (lead: Judged) => {
        const times = lead.known.filter((row) => matches(on, row, timeZone)).length;
        return times >= from && times <= (to ?? Number.MAX_VALUE);
      },
    })),
  );
  return [...ofAttributes, ...ofBehaviours];
}

/** The leads in another order, and the cells of each column in the opposite one: neither may show. */
function permuted({ timeZone, leads, activities, stages }: History, order: readonly number[]): History {
  const rowsOf = (offsets: Int32Array): readonly number[] =>
    order.flatMap((lead) => {
      const start = offsets[lead] ?? 0;
      return Array.from({ length: (offsets[lead + 1] ?? 0) - start }, (_, index) => start + index);
    });
  const offsetsOf = (offsets: Int32Array): Int32Array => {
    const moved = new Int32Array(offsets.length);
    order.forEach((lead, place) => {
      moved[place + 1] = (moved[place] ?? 0) + (offsets[lead + 1] ?? 0) - (offsets[lead] ?? 0);
    });
    return moved;
  };
  const column = <C extends History['activities']['type']>(one: C, rows: readonly number[]): C => ({
    ...one,
    cells: one.cells.toReversed(),
    codes: Int32Array.from(rows, (row) => {
      const code = one.codes[row] ?? -1;
      return code < 0 ? code : one.cells.length - 1 - code;
    }),
  });
  const numbers = (values: Float64Array, rows: readonly number[]): Float64Array =>
    Float64Array.from(rows, (row) => values[row] ?? Number.NaN);
  const activityRows = rowsOf(activities.offsets);
  const stageRows = rowsOf(stages.offsets);
  return {
    timeZone,
    leads: {
      count: leads.count,
      ids: order.map((lead) => leads.ids[lead] ?? ''),
      createdAtMs: numbers(leads.createdAtMs, order),
      attributes: leads.attributes.map((one) => column(one, order)),
    },
    activities: {
      count: activities.count,
      offsets: offsetsOf(activities.offsets),
      atMs: numbers(activities.atMs, activityRows),
      type: column(activities.type, activityRows),
      properties: activities.properties.map((one) => column(one, activityRows)),
    },
    stages: {
      count: stages.count,
      offsets: offsetsOf(stages.offsets),
      atMs: numbers(stages.atMs, stageRows),
      stage: Uint8Array.from(stageRows, (row) => stages.stage[row] ?? 0),
      amount: numbers(stages.amount, stageRows),
      reason: column(stages.reason, stageRows),
    },
  };
}
