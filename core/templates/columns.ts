/** What a template is mapped onto: the columns of a history with what they hold. */
import type { ColumnKind } from '../history/history.ts';

export interface Columns {
  /** Of the leads, without those that are kept out of rules. */
  readonly attributes: readonly NamedColumn[];
  /** Of the activities. */
  readonly properties: readonly NamedColumn[];
  /** Of the activities, most frequent first. */
  readonly types: readonly CountedValue[];
  /** Distinct cells, most frequent first; empty when the table has no such column. */
  readonly values: (table: 'leads' | 'activities', column: string) => readonly CountedValue[];
}

export interface NamedColumn {
  readonly name: string;
  readonly kind: ColumnKind;
}

export interface CountedValue {
  readonly value: string;
  readonly rows: number;
}
