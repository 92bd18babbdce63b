/** What an import reads, how columns are mapped, and what it answers. */
import type {
  AnswerForm,
  ColumnKind,
  DateForm,
  FormDecision,
  MissingToken,
  NumberDecision,
  NumberForm,
  StageName,
} from './core-types.ts';
import type { PresetName } from './import-presets.ts';

/** What is stated of how a file is written; what is absent is found out. */
export interface FileReading {
  /** By the names of the encoding standard: `windows-1250`. */
  readonly encoding?: string;
  /** One character. */
  readonly delimiter?: string;
  /** `none`: the first row is data, and the columns are called "column 1" and so on. */
  readonly header?: 'first' | 'none';
  /** Of a workbook. */
  readonly sheet?: string;
}

export type SourceInspection =
  | { readonly kind: 'folder'; readonly files: readonly { readonly name: string; readonly sizeBytes: number }[] }
  /** In the order in which they were chosen. */
  | { readonly kind: 'files'; readonly files: readonly InspectedFile[] };

export type InspectedFile =
  | InspectedTable
  /** `detail`: why it cannot be read, and what to do. */
  | { readonly kind: 'refused'; readonly file: string; readonly detail: string };

export interface InspectedTable {
  readonly kind: 'table';
  readonly file: string;
  readonly sizeBytes: number;
  readonly encoding: string;
  /** Null: a workbook has none. */
  readonly delimiter: string | null;
  /** Of a workbook, else empty. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  /** What to know of how the file is written. */
  readonly warnings: readonly string[];
  readonly columns: readonly SourceColumn[];
  /** The first rows, cells as written. */
  readonly preview: readonly (readonly string[])[];
  readonly proposed: DelimitedMapping;
  /** Whose export the headings are; null: no known one. */
  readonly preset: PresetName | null;
  /** How a file of the same columns was mapped when it was last imported here; null: there was none. */
  readonly earlier: { readonly atMs: number; readonly mapping: DelimitedMapping } | null;
}

export interface SourceColumn {
  /** Position in the file; names may repeat or be blank. */
  readonly index: number;
  readonly name: string;
  readonly kind: ColumnKind;
  /** Of the rows inspected. */
  readonly missing: number;
  readonly samples: readonly string[];
  /** What the cells tell of their form, where they are written otherwise than REPLAY.md reads them. */
  readonly written?: WrittenForm;
  /** Of a column of dates whose form is decided: the earliest and the latest of the rows inspected, as REPLAY.md writes them. */
  readonly range?: { readonly earliest: string; readonly latest: string };
  /** Words among the cells that may mean "not answered", with their rows; not counted in `missing`. */
  readonly missingTokens: readonly MissingToken[];
}

/** `as` is the kind that the column has once its form is known. */
export type WrittenForm =
  | { readonly as: 'date'; readonly decision: FormDecision<DateForm> }
  | { readonly as: 'number'; readonly decision: NumberDecision }
  | { readonly as: 'yes/no'; readonly form: AnswerForm };

/**
 * How one delimited file is read (the mapping file of `accord import --mapping`). Columns are named by their heading.
 * What a row is decides what the other keys mean; a file of linked deals is `rows: 'stages'`, one of calls or page views
 * `rows: 'activities'`; rows of a lead that the workshop lacks are rejected with that reason.
 */
export interface DelimitedMapping {
  readonly format: 'accord.mapping/1';
  readonly rows: 'leads' | 'activities' | 'stages';
  /** Column with the lead's id, or with what `leadBy` says. */
  readonly lead: string;
  /**
   * rows: activities or stages. The attribute of leads whose cells the column `lead` holds, folded, in place of the id: an
   * e-mail address, or the number of a deal that the lead's own row names. A cell that no lead has, or several have, rejects its row.
   */
  readonly leadBy?: string;
  /** rows: stages. What stands between the leads of a cell that names several. */
  readonly leadSeparator?: string;
  /** rows: leads. Column that holds when the lead was created; absent: every lead gets the reference date. */
  readonly created?: string;
  /** rows: leads. ISO 8601; default 2000-01-01. */
  readonly referenceDate?: string;
  /** rows: activities. Column of the instant; required there. */
  readonly at?: string;
  /** rows: activities. A column, or one type for all rows. */
  readonly type?: { readonly column: string } | { readonly constant: string };
  readonly timeZone?: string;
  /** rows: leads or stages: the stages that a row tells of. */
  readonly stages: readonly StageMapping[];
  /** rows: leads or activities. Columns kept out; every other unused column becomes an attribute (or property). */
  readonly leaveOut: readonly string[];
  /**
   * Columns whose cells are replaced by keyed hashes before anything is kept: equal cells (folded) have equal hashes, also in
   * later imports of the same machine, and nobody can tell from the workshop what they were.
   */
  readonly hash?: readonly string[];
  /** rows: leads. The column of e-mail addresses from which the attributes `email_kind` and `email_domain` are made, before it is hashed or left out. */
  readonly email?: string;
  /** Cells that mean "not answered", compared as text is (folded), beside the empty cell. */
  readonly missing: readonly string[];
  readonly kinds?: Readonly<Record<string, ColumnKind>>;
  /**
   * Column → how its dates are written, for `created`, `at`, dates of stages, attributes and properties: `plain` (the year first with four
   * digits, or the month by its name: `15 Apr, 2021 00:03:00`), `dmy`, `mdy` and `ymd` (the same, and `03/04/2021` in that order), `excel-1900`
   * (days of a spreadsheet), `epoch-seconds`, `epoch-milliseconds`. Absent: ISO 8601. A cell that does not read: its row is rejected
   * with the reason; in an attribute or property it is kept as it is written, and a warning counts such cells.
   */
  readonly dates?: Readonly<Record<string, DateForm>>;
  /** Column → its decimal mark, `point` or `comma`, for amounts, attributes and properties: reads `$22,700.00`, `(1.200,50 €)`, `12 %`, `1.5K`. As `dates` besides. */
  readonly numbers?: Readonly<Record<string, NumberForm>>;
  /** Column → `answers` (yes and no in five languages, 1 and 0) or `marks` (x means yes, an empty cell no), for attributes and properties. */
  readonly yesNo?: Readonly<Record<string, AnswerForm>>;
}

/** A stage for each row whose `column` passes `when`, dated by `at` (absent: the lead's creation). */
export interface StageMapping {
  readonly stage: StageName;
  /** Absent: every row has the stage. */
  readonly column?: string;
  /** Absent: any value; else one of these, folded. */
  readonly when?: readonly string[];
  readonly at?: string;
  readonly amount?: string;
  readonly reason?: string;
}

/** One file of an import: what is stated of it, and what its columns mean; a data folder's tables have no mapping. */
export interface RequestedFile<Where> {
  readonly file: Where;
  readonly reading?: FileReading;
  /** Checked by the app, which names the key at fault. */
  readonly mapping?: unknown;
}

/** What becomes of leads and stages that the workshop holds otherwise: they stay as they are, or take the file's cells. */
export type OnChanged = 'keep' | 'take';

/** Invariant for each file and table: read = accepted + rejected + duplicate. */
export interface ImportReport {
  readonly id: number;
  readonly atMs: number;
  readonly sources: readonly {
    readonly name: string;
    readonly sizeBytes: number;
    readonly sha256: string;
    readonly encoding: string;
  }[];
  readonly tables: readonly TableCounts[];
  /** The same for each file; empty for imports of a time when only the totals were kept. */
  readonly files: readonly FileCounts[];
  readonly warnings: readonly string[];
}

export interface TableCounts {
  readonly table: 'leads' | 'activities' | 'stages';
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly duplicate: number;
  /** Rows that the workshop held otherwise: among the accepted where the file's were taken, else among the duplicate. */
  readonly changed: number;
}

export interface FileCounts extends TableCounts {
  readonly file: string;
}

/** What an import would do; nothing is changed. */
export interface ImportTrial {
  readonly files: readonly FileCounts[];
  /** The first rows of each file that would be rejected. */
  readonly rejected: readonly RejectedRow[];
  /** False: only the first rows of a large file were looked at. */
  readonly isWhole: boolean;
  readonly warnings: readonly string[];
}

/** A lead, or a stage of it, that the workshop holds otherwise: the first column that differs. */
export interface ChangedRow {
  readonly file: string;
  readonly table: TableCounts['table'];
  readonly line: number;
  readonly lead: string;
  readonly column: string;
  readonly held: string;
  readonly given: string;
}

export interface RejectedRow {
  readonly file: string;
  readonly table: TableCounts['table'];
  /** 1 is the first line of the file (the heading, usually). */
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
}
