import { OUTCOMES } from '../replay/replay-result.ts';
import type { Immature, NeverWorked, Touched } from './finding.ts';
import type { QualityData } from './quality-data.ts';
import { touchedBy } from './touched.ts';
import { doubtWeight } from './weight.ts';

/** Leads that sales never worked (outcome unobserved, REPLAY.md section 1); null when there is none. */
export function neverWorked(data: QualityData): NeverWorked | null {
  const touched = withOutcome(data, OUTCOMES.indexOf('unobserved'));
  return touched.leads === 0 ? null : { kind: 'neverWorked', touched, weight: doubtWeight(touched.leads, data) };
}

/** Leads whose time to convert is not over (REPLAY.md section 1); null when there is none. */
export function immature(data: QualityData): Immature | null {
  const touched = withOutcome(data, OUTCOMES.indexOf('immature'));
  return touched.leads === 0 ? null : { kind: 'immature', touched, weight: doubtWeight(touched.leads, data) };
}

function withOutcome(data: QualityData, outcome: number): Touched {
  const { exists, outcome: outcomes } = data.facts;
  return touchedBy(
    data,
    Uint8Array.from(outcomes, (found, lead) => (found === outcome && exists[lead] === 1 ? 1 : 0)),
  );
}
