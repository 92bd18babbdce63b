/** What is known of one table of one system's exports: its headings, and what they mean here. */
import type { PresetName } from '../../../../api/import-presets.ts';
import type { StageName } from '../../../../core/rule-set/rule-set.ts';

/**
 * One meaning, by each heading that the system gives it: the screen's, the API's, a connector's; the first is the usual one.
 * Compared without case, blanks and punctuation; of several in one file, the earliest in this list is taken.
 */
export type Heading = readonly string[];

export interface Preset {
  readonly name: PresetName;
  /** Beside `lead` and `at`: what has to be there to recognise the table. */
  readonly required: readonly Heading[];
  /** A heading whose presence says that another preset is meant. */
  readonly absent?: Heading;
  /** Headings that have to stand in the file letter for letter, where their folded words are everybody's. */
  readonly asWritten?: readonly string[];
  /** What makes the table likelier, and is kept as attribute or property. */
  readonly usual?: readonly Heading[];
  readonly lead: Heading;
  readonly created?: Heading;
  /** Of activities. */
  readonly at?: Heading;
  /** Of activities; the constant counts where the column is not there. */
  readonly type?: { readonly column?: Heading; readonly constant: string };
  readonly rows: 'leads' | 'activities' | 'stages';
  readonly stages: readonly PresetStage[];
  /** Numbers of rows and of linked rows, the system's own times, telephone numbers: nothing that a rule should read. */
  readonly leaveOut: readonly Heading[];
  /** Words that the system writes where nobody answered. */
  readonly missing?: readonly string[];
}

/** Proposed where its condition's column is there; where rows are stages, its date has to be there too. */
export interface PresetStage {
  readonly stage: StageName;
  readonly at?: Heading;
  /** The first whose column is there tells; absent: every row, or every row with a date. */
  readonly tells?: readonly { readonly column: Heading; readonly is: readonly string[] }[];
  /** The date is given only where the stage was reached, so that the condition counts in its absence alone. */
  readonly isDatedOnlyIfReached?: true;
  readonly amount?: Heading;
  readonly reason?: Heading;
}

/** Affirmative cells of any export. */
export const YES = ['true', 'yes', '1'] as const;
