import type { QualityFinding } from '../../../core/quality/finding.ts';
import { qualityReport } from '../../../core/quality/quality-report.ts';
import { type HistoryRows, historyOf, type LeadRows } from '../../support/history-of.ts';

type Kind = QualityFinding['kind'];
type FindingOf<K extends Kind> = Extract<QualityFinding, { readonly kind: K }>;

/** The findings of one kind in a history of these leads, most weighty first. */
export function findingsOf<K extends Kind>(
  kind: K,
  leads: readonly LeadRows[],
  more: Omit<HistoryRows, 'leads'> = {},
): readonly FindingOf<K>[] {
  const { findings } = qualityReport(historyOf({ ...more, leads }));
  return findings.filter((finding): finding is FindingOf<K> => finding.kind === kind);
}

export const times = (count: number, lead: (index: number) => LeadRows): readonly LeadRows[] =>
  Array.from({ length: count }, (_, index) => lead(index));

/** Long ago, so that its time to convert is over. */
export const LONG_AGO = '2025-01-10';

/** Stages of a lead that was handed over and converted, or did not. */
export const decided = (converted: boolean): Pick<LeadRows, 'created' | 'stages'> => ({
  created: LONG_AGO,
  stages: [
    { at: '2025-01-11', stage: 'mql' },
    { at: '2025-01-20', stage: converted ? 'sql' : 'lost' },
  ],
});

/** A later lead, from whose creation on all others are mature. */
export const LATE_LEAD: LeadRows = { id: 'late', created: '2025-12-31' };
