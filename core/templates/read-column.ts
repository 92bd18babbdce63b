/** What a rule asks of a column, in the words that the column holds. */
import type { Condition, Scalar, Subject } from '../rule-set/rule-set.ts';
import { foldText } from '../text.ts';
import { mayMeanMissing } from '../values/missing-tokens.ts';
import type { CountedValue } from './columns.ts';
import { endFinder, wordFinder } from './find-words.ts';
import { onColumn } from './on-column.ts';
import type { Reading } from './template.ts';

export interface ColumnReading<S extends Subject> {
  readonly condition: Condition<S>;
  /** Values of the column that it takes or could take, most frequent first; empty where there is nothing to choose. */
  readonly offered: readonly CountedValue[];
}

/** Null: no cell of the column would ever hold. */
export function readColumn<S extends Subject>(
  subject: S,
  column: string,
  reading: Reading,
  values: readonly CountedValue[],
): ColumnReading<S> | null {
  switch (reading.kind) {
    case 'yes': {
      const yes = values.some(({ value }) => YES_CELLS.has(foldText(value)));
      if (yes) return { condition: onColumn(subject, column, 'is', true), offered: [] };
      const isOnes = values.some(({ value }) => value === '1') && values.every(({ value }) => /^[01]$/u.test(value));
      return isOnes ? { condition: onColumn(subject, column, 'is', 1), offered: [] } : null;
    }
    case 'known':
      return values.length === 0 ? null : { condition: onColumn(subject, column, 'exists'), offered: [] };
    case 'between':
    case 'above': {
      const [low, high] = reading.kind === 'between' ? [reading.low, reading.high] : [reading.value, Infinity];
      const holds = (value: number) => (reading.kind === 'between' ? value >= low : value > low) && value <= high;
      if (!values.some(({ value }) => holds(Number(value)))) return null;
      return { condition: numberCondition(subject, column, reading), offered: [] };
    }
    case 'choice': {
      const offered = distinctly(values);
      return offered.length === 0
        ? null
        : { condition: onColumn(subject, column, 'is', most(offered)), offered: offered.slice(0, MOST_OFFERED) };
    }
    case 'words': {
      const { met, holding } = wordsMet(reading, values);
      // Whole addresses are people, not a choice.
      const offered = reading.op === 'endsWith' ? [] : holding.slice(0, MOST_OFFERED);
      return met.length === 0 ? null : { condition: onColumn(subject, column, reading.op, met), offered };
    }
  }
}

/** Where there is no history. */
export function canonicalReading<S extends Subject>(subject: S, column: string, reading: Reading): Condition<S> {
  switch (reading.kind) {
    case 'yes':
      return onColumn(subject, column, 'is', true);
    case 'known':
      return onColumn(subject, column, 'exists');
    case 'between':
    case 'above':
      return numberCondition(subject, column, reading);
    case 'choice':
      return onColumn(subject, column, 'is', reading.example);
    case 'words':
      return onColumn(subject, column, reading.op, reading.words.english);
  }
}

const MOST_OFFERED = 50;
const MOST_CHOSEN = 5;
const YES_CELLS: ReadonlySet<string> = new Set(['yes', 'true']);

const numberCondition = <S extends Subject>(
  subject: S,
  column: string,
  reading: Extract<Reading, { readonly kind: 'between' | 'above' }>,
): Condition<S> =>
  reading.kind === 'between'
    ? onColumn(subject, column, 'between', [reading.low, reading.high])
    : onColumn(subject, column, 'gt', reading.value);

/** Spellings that are folded alike are one value, under the most frequent; what may mean "not answered" is none. */
function distinctly(values: readonly CountedValue[]): readonly CountedValue[] {
  const byFolded = new Map<string, { readonly value: string; rows: number }>();
  for (const { value, rows } of values) {
    if (mayMeanMissing(value)) continue;
    const folded = foldText(value);
    const known = byFolded.get(folded);
    if (known === undefined) byFolded.set(folded, { value, rows });
    else known.rows += rows;
  }
  return [...byFolded.values()].sort((left, right) => right.rows - left.rows);
}

/** Where most of the leads are: the most frequent values that together make half of the rows, at most five. */
function most(offered: readonly CountedValue[]): readonly Scalar[] {
  const all = offered.reduce((sum, { rows }) => sum + rows, 0);
  const chosen: string[] = [];
  let covered = 0;
  for (const { value, rows } of offered.slice(0, MOST_CHOSEN)) {
    if (covered * 2 >= all) break;
    chosen.push(value);
    covered += rows;
  }
  return chosen;
}

interface WordsMet {
  readonly met: readonly string[];
  readonly holding: readonly CountedValue[];
}

function wordsMet(
  { words, op }: Extract<Reading, { readonly kind: 'words' }>,
  values: readonly CountedValue[],
): WordsMet {
  const asked = [...words.english, ...words.others];
  const find = op === 'endsWith' ? endFinder(asked) : wordFinder(asked);
  const met = new Set<string>();
  const holding = values.filter(({ value }) => {
    const held = find(value);
    for (const word of held) met.add(word);
    return held.length > 0;
  });
  return { met: asked.filter((word) => met.delete(word)), holding };
}
