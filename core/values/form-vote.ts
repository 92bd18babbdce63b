/** Which form a column is written in: its cells vote, each for the forms in which it can be read. */
import type { Result } from '../result.ts';

/** A cell and where it stands: the line in its file. */
export interface PlacedCell {
  readonly line: number;
  readonly cell: string;
}

/** Cells that read in no form at all. */
export interface UnreadCells {
  readonly rows: number;
  readonly first: readonly PlacedCell[];
}

/** Rows that read in these forms and in no other. */
export interface FormSide<F> {
  readonly forms: readonly F[];
  readonly rows: number;
  readonly first: readonly PlacedCell[];
}

export type FormDecision<F> = FormVerdict<F> & {
  /** All that were seen. */
  readonly rows: number;
  readonly unread: UnreadCells;
};

export type FormVerdict<F> =
  | { readonly kind: 'none' }
  | { readonly kind: 'decided'; readonly form: F }
  /** Every cell reads in each of these, and `example` as different values. */
  | { readonly kind: 'ambiguous'; readonly forms: readonly F[]; readonly example: PlacedCell }
  /** No form reads them all. */
  | { readonly kind: 'contradictory'; readonly sides: readonly FormSide<F>[] };

export interface FormVote<F> {
  /** A cell, trimmed and not empty. */
  readonly see: (cell: string, line: number) => void;
  readonly decide: () => FormDecision<F>;
}

const SHOWN = 3;

/**
 * `readings` reads a cell in each of the forms, in their order; values are compared as texts. Where several forms read every cell as the
 * same values the first of them is the answer. Rows are counted; equal cells are read once.
 */
export function createFormVote<F>(
  forms: readonly F[],
  readings: (cell: string) => readonly Result<string, string>[],
): FormVote<F> {
  /** By how the forms read a cell: which do, and which of them as the same value. */
  const groups = new Map<string, Group>();
  const groupByCell = new Map<string, Group>();
  const unread: PlacedCell[] = [];
  let [rows, unreadRows] = [0, 0];
  const groupOf = (cell: string): Group => {
    const read = readings(cell);
    const values = [...new Set(read.flatMap((one) => (one.ok ? [one.value] : [])))];
    const classes = read.map((one) => (one.ok ? values.indexOf(one.value) : UNREAD));
    const key = classes.join(' ');
    const known = groups.get(key);
    if (known !== undefined) return known;
    const group: Group = { classes, first: [], rows: 0 };
    groups.set(key, group);
    return group;
  };
  return {
    see: (cell, line) => {
      const group = groupByCell.get(cell) ?? groupOf(cell);
      groupByCell.set(cell, group);
      group.rows += 1;
      rows += 1;
      if (group.classes.every((one) => one === UNREAD)) {
        unreadRows += 1;
        if (unread.length < SHOWN) unread.push({ line, cell });
      } else if (group.first.length < SHOWN) group.first.push({ line, cell });
    },
    decide: () => ({ rows, unread: { rows: unreadRows, first: unread }, ...decided(forms, [...groups.values()]) }),
  };
}

interface Group {
  /** Of each form: which of the values it reads, or UNREAD. */
  readonly classes: readonly number[];
  readonly first: PlacedCell[];
  rows: number;
}

const UNREAD = -1;

function decided<F>(forms: readonly F[], groups: readonly Group[]): FormVerdict<F> {
  const voting = groups.filter(({ classes }) => classes.some((one) => one !== UNREAD));
  if (voting.length === 0) return { kind: 'none' };
  const fitting = forms.filter((_, index) => voting.every(({ classes }) => classes[index] !== UNREAD));
  const [form] = fitting;
  if (form === undefined) {
    const sides = voting.map(({ classes, rows, first }) => ({
      forms: forms.filter((_, index) => classes[index] !== UNREAD),
      rows,
      first,
    }));
    return { kind: 'contradictory', sides };
  }
  for (const { classes, first } of voting) {
    const readAs = new Set(forms.flatMap((one, index) => (fitting.includes(one) ? [classes[index]] : [])));
    const [example] = first;
    if (readAs.size > 1 && example !== undefined) return { kind: 'ambiguous', forms: fitting, example };
  }
  return { kind: 'decided', form };
}
