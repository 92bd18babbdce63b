import type { History } from '../history/history.ts';
import { DEFAULT_OPTIONS, type ReplayOptions } from '../replay/replay-result.ts';
import { constantColumns } from './constant-columns.ts';
import { emailAddresses } from './email-addresses.ts';
import type { QualityFinding, QualityReport } from './finding.ts';
import { activitiesBeforeCreation, outcomeBeforeCreation, stageOrder } from './impossible-orders.ts';
import { lateActivities } from './late-activities.ts';
import { leakingAttributes } from './leaking-attributes.ts';
import { missingValues } from './missing-values.ts';
import { nearNames } from './near-names.ts';
import { notAnswered } from './not-answered.ts';
import { qualityData } from './quality-data.ts';
import { recordingChanges } from './recording-changes.ts';
import { sharedEmails } from './shared-emails.ts';
import { immature, neverWorked } from './unknown-outcomes.ts';

/**
 * What is wrong with a history, in the order of what would change the conclusions. The weight of a finding, 0 to 1, is by how
 * much it could move the conversion:
 *
 * - where the outcome itself is missing, doubtful or counted twice (never worked, immature, won before creation, wrong order,
 *   duplicates): the share of the leads it touches, since any of them could be the other way round;
 * - for an attribute that leaks: the share of the leads with a known outcome that may owe to it what the attribute says of them,
 *   by its strongest sign (`leaking-attributes.ts`), since that much of what a rule seems to foretell is the outcome itself;
 * - for all else: the share of the leads with a known outcome it touches times the measured difference between their conversion
 *   and that of the others (`weight.ts`).
 *
 * Equal weights: more leads first, then the order below. Time grows with the rows of the history. `options`: as the history is
 * replayed, so that what is too early to tell, or was never worked, is so here and in every frame.
 */
export function qualityReport(history: History, options: ReplayOptions = DEFAULT_OPTIONS): QualityReport {
  const data = qualityData(history, options);
  const findings: readonly QualityFinding[] = [
    outcomeBeforeCreation(data),
    stageOrder(data),
    ...leakingAttributes(data),
    neverWorked(data),
    immature(data),
    sharedEmails(data),
    nearNames(data),
    lateActivities(data),
    activitiesBeforeCreation(data),
    recordingChanges(data),
    missingValues(data),
    ...notAnswered(data),
    ...emailAddresses(data),
    constantColumns(data),
  ].filter((finding) => finding !== null);
  return {
    leads: history.leads.count,
    known: data.known,
    converted: data.converted,
    findings: findings.toSorted(
      (left, right) => right.weight - left.weight || right.touched.leads - left.touched.leads,
    ),
  };
}
