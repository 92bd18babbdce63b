import { DAY_MS } from '../history/history.ts';
import { STAGE_NAMES, type StageName } from '../rule-set/rule-set.ts';
import { calendarDay } from '../time/zone.ts';
import type { ActivitiesBeforeCreation, OutcomeBeforeCreation, StageOrder } from './finding.ts';
import type { QualityData } from './quality-data.ts';
import { touchedBy } from './touched.ts';
import { differenceWeight, doubtWeight } from './weight.ts';

/** The steps of a sale in their order. Recycled, rejected and lost may come at any time. */
const STEPS: readonly StageName[] = ['mql', 'sal', 'sql', 'opportunity', 'won'];
const STEP_OF_STAGE = STAGE_NAMES.map((stage) => STEPS.indexOf(stage));
const SQL_STEP = STEPS.indexOf('sql');
const WON_STEP = STEPS.indexOf('won');

/** Whether the first instant lies on an earlier calendar day: times of one day come from exports that cut them. */
const isDayBefore = (atMs: number, otherMs: number, timeZone: string): boolean =>
  atMs < otherMs && (atMs < otherMs - 2 * DAY_MS || calendarDay(atMs, timeZone) < calendarDay(otherMs, timeZone));

/** Leads with an sql, opportunity or won on a day before their creation; null when there is none. */
export function outcomeBeforeCreation(data: QualityData): OutcomeBeforeCreation | null {
  const { leads, stages, timeZone } = data.history;
  const mask = new Uint8Array(leads.count);
  let won = 0;
  for (let lead = 0; lead < leads.count; lead += 1) {
    let isWon = false;
    const end = stages.offsets[lead + 1] ?? 0;
    for (let row = stages.offsets[lead] ?? 0; row < end; row += 1) {
      const step = STEP_OF_STAGE[stages.stage[row] ?? 0] ?? -1;
      if (step < SQL_STEP) continue;
      if (!isDayBefore(stages.atMs[row] ?? 0, leads.createdAtMs[lead] ?? 0, timeZone)) continue;
      mask[lead] = 1;
      isWon ||= step === WON_STEP;
    }
    if (isWon) won += 1;
  }
  const touched = touchedBy(data, mask);
  if (touched.leads === 0) return null;
  return { kind: 'outcomeBeforeCreation', won, touched, weight: doubtWeight(touched.leads, data) };
}

/** Leads with activities on days before their creation; null when there is none. */
export function activitiesBeforeCreation(data: QualityData): ActivitiesBeforeCreation | null {
  const { leads, activities, timeZone } = data.history;
  const mask = new Uint8Array(leads.count);
  let rows = 0;
  for (let lead = 0; lead < leads.count; lead += 1) {
    const createdAtMs = leads.createdAtMs[lead] ?? 0;
    const end = activities.offsets[lead + 1] ?? 0;
    for (let row = activities.offsets[lead] ?? 0; row < end; row += 1) {
      // In the order of time: none after this one is earlier.
      if (!isDayBefore(activities.atMs[row] ?? 0, createdAtMs, timeZone)) break;
      mask[lead] = 1;
      rows += 1;
    }
  }
  const touched = touchedBy(data, mask);
  if (touched.leads === 0) return null;
  return { kind: 'activitiesBeforeCreation', rows, touched, weight: differenceWeight(touched, data) };
}

/** Leads whose steps come in a wrong order by their first dates; null when there is none. */
export function stageOrder(data: QualityData): StageOrder | null {
  const { leads, stages, timeZone } = data.history;
  const mask = new Uint8Array(leads.count);
  const leadsByPair = new Int32Array(STEPS.length * STEPS.length);
  const firstMs = new Float64Array(STEPS.length);
  for (let lead = 0; lead < leads.count; lead += 1) {
    firstMs.fill(Number.NaN);
    const end = stages.offsets[lead + 1] ?? 0;
    for (let row = stages.offsets[lead] ?? 0; row < end; row += 1) {
      const step = STEP_OF_STAGE[stages.stage[row] ?? 0] ?? -1;
      if (step >= 0 && Number.isNaN(firstMs[step] ?? 0)) firstMs[step] = stages.atMs[row] ?? Number.NaN;
    }
    for (let late = 1; late < STEPS.length; late += 1) {
      for (let early = 0; early < late; early += 1) {
        // Comparisons with NaN are false: a step that is not there is in no wrong order.
        if (!isDayBefore(firstMs[late] ?? Number.NaN, firstMs[early] ?? Number.NaN, timeZone)) continue;
        const pair = late * STEPS.length + early;
        leadsByPair[pair] = (leadsByPair[pair] ?? 0) + 1;
        mask[lead] = 1;
      }
    }
  }
  const touched = touchedBy(data, mask);
  if (touched.leads === 0) return null;
  const pairs = STEPS.flatMap((first, late) =>
    STEPS.map((before, early) => ({ first, before, leads: leadsByPair[late * STEPS.length + early] ?? 0 })),
  )
    .filter((pair) => pair.leads > 0)
    .sort((left, right) => right.leads - left.leads);
  return { kind: 'stageOrder', pairs, touched, weight: doubtWeight(touched.leads, data) };
}
