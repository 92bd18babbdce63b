import type { HistoryQuality } from '../../api/quality.ts';
import type { History } from '../../core/history/history.ts';
import type { LeadNaming } from '../../core/history/naming.ts';
import { qualityReport } from '../../core/quality/quality-report.ts';
import type { ReplayOptions } from '../../core/replay/replay-result.ts';

/** The report with the ids and names of its examples, so that a screen can lead to them. */
export function historyQuality(history: History, naming: LeadNaming, options: ReplayOptions): HistoryQuality {
  const report = qualityReport(history, options);
  const indexes = new Set(report.findings.flatMap(({ touched }) => touched.examples));
  return {
    report,
    exampleByIndex: Object.fromEntries(
      [...indexes].map((index) => [index, { lead: history.leads.ids[index] ?? '', name: naming.nameOf(index) }]),
    ),
  };
}
