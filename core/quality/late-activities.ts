import type { LateActivities } from './finding.ts';
import type { QualityData } from './quality-data.ts';
import { touchedBy } from './touched.ts';
import { differenceWeight, FEWEST_LEADS } from './weight.ts';

/**
 * Types of activities of which at least half, of 30 or more, come after the lead's hand-over (its first stage): they follow
 * from it, and a rule that gives points for them foretells nothing. Only leads that were handed over count. Null when
 * there is no such type.
 */
export function lateActivities(data: QualityData): LateActivities | null {
  const { activities, leads } = data.history;
  const { workedAtMs, sqlAtMs, closedAtMs } = data.facts;
  const { cells, codes } = activities.type;
  const rows = new Int32Array(cells.length);
  const afterHandover = new Int32Array(cells.length);
  const afterOutcome = new Int32Array(cells.length);
  for (let lead = 0; lead < leads.count; lead += 1) {
    const handoverMs = workedAtMs[lead] ?? Number.NaN;
    if (Number.isNaN(handoverMs)) continue;
    const outcomeMs = earlier(sqlAtMs[lead] ?? Number.NaN, closedAtMs[lead] ?? Number.NaN);
    const end = activities.offsets[lead + 1] ?? 0;
    for (let row = activities.offsets[lead] ?? 0; row < end; row += 1) {
      const code = codes[row] ?? -1;
      const atMs = activities.atMs[row] ?? 0;
      if (code < 0) continue;
      rows[code] = (rows[code] ?? 0) + 1;
      if (atMs > handoverMs) afterHandover[code] = (afterHandover[code] ?? 0) + 1;
      if (atMs > outcomeMs) afterOutcome[code] = (afterOutcome[code] ?? 0) + 1;
    }
  }
  const isLate = rows.map((count, code) => (count >= FEWEST_LEADS && 2 * (afterHandover[code] ?? 0) >= count ? 1 : 0));
  if (!isLate.includes(1)) return null;
  const touched = touchedBy(data, leadsWith(data, isLate));
  const types = cells
    .map((type, code) => ({
      type,
      rows: rows[code] ?? 0,
      afterHandover: afterHandover[code] ?? 0,
      afterOutcome: afterOutcome[code] ?? 0,
    }))
    .filter((_, code) => isLate[code] === 1)
    .sort((left, right) => right.afterHandover - left.afterHandover);
  return { kind: 'lateActivities', types, touched, weight: differenceWeight(touched, data) };
}

/** Leads with an activity of such a type after their hand-over. */
function leadsWith({ history, facts }: QualityData, isLate: Int32Array): Uint8Array {
  const { activities, leads } = history;
  const mask = new Uint8Array(leads.count);
  for (let lead = 0; lead < leads.count; lead += 1) {
    const handoverMs = facts.workedAtMs[lead] ?? Number.NaN;
    const end = activities.offsets[lead + 1] ?? 0;
    for (let row = activities.offsets[lead] ?? 0; row < end; row += 1) {
      if ((activities.atMs[row] ?? 0) > handoverMs && isLate[activities.type.codes[row] ?? -1] === 1) mask[lead] = 1;
    }
  }
  return mask;
}

/** The earlier of two instants, of those that exist (are not NaN). */
function earlier(oneMs: number, otherMs: number): number {
  if (Number.isNaN(oneMs)) return otherMs;
  return otherMs < oneMs ? otherMs : oneMs;
}
