/** What is wrong with the history: the core's findings, and who the leads are that they name by index. */
import type { QualityReport } from '../core/quality/finding.ts';

export type * from '../core/quality/finding.ts';

export interface HistoryQuality {
  readonly report: QualityReport;
  /** Of every lead that is an example in the report, by its index. */
  readonly exampleByIndex: Readonly<Record<string, ExampleLead>>;
}

export interface ExampleLead {
  readonly lead: string;
  readonly name: string;
}
