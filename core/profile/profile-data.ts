import type { History } from '../history/history.ts';
import { IMMATURE, isMeasured } from '../measures/cell.ts';
import { type QualityData, qualityData } from '../quality/quality-data.ts';
import type { ReplayOptions } from '../replay/replay-result.ts';
import type { LevelCounts } from './profile.ts';

/** What every level is counted over, worked out once. */
export interface ProfileData {
  readonly history: History;
  readonly quality: QualityData;
  /** By lead, 1: in the cohort and no customer. */
  readonly measured: Uint8Array;
  /** By lead: 0 not converted, 1 converted, −1 not known or not measured. */
  readonly outcome: Int8Array;
  readonly base: LevelCounts;
  readonly immature: number;
}

/** Immature and unobserved leads are leads without a known outcome: they count for `leads` alone. */
export function profileData(history: History, options: ReplayOptions): ProfileData {
  const quality = qualityData(history, options);
  const measured = new Uint8Array(history.leads.count);
  const outcome = quality.outcome.slice();
  const base = { leads: 0, observed: 0, converted: 0 };
  let immature = 0;
  for (let lead = 0; lead < measured.length; lead += 1) {
    if (!isMeasured(quality.facts, lead)) {
      outcome[lead] = -1;
      continue;
    }
    measured[lead] = 1;
    base.leads += 1;
    if (quality.facts.outcome[lead] === IMMATURE) immature += 1;
    const found = outcome[lead] ?? -1;
    if (found < 0) continue;
    base.observed += 1;
    base.converted += found;
  }
  return { history, quality, measured, outcome, base, immature };
}
