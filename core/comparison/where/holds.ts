/** Where the conclusion holds: the difference within each month, source and region, and without each (STATISTICS.md 6). */
import { cochranQ, type Homogeneity } from '../../statistics/cochran-q.ts';
import { normalShareBelow } from '../../statistics/normal.ts';
import { type BreakdownData, type TalliedRows, talliedRows } from './breakdown.ts';
import { placeColumns } from './place-columns.ts';
import { type RowDifference, type RowFigures, rowFigures } from './row-figures.ts';
import type { RowOf } from './row-of.ts';
import type { ReachedPair } from './row-tallies.ts';
import { rowsOfAttribute } from './rows-of-attribute.ts';
import { rowsOfCreatedMonth } from './rows-of-month.ts';

export interface Holds {
  readonly all: RowFigures;
  readonly parts: readonly HoldsPart[];
}

/** By what the history is parted: the month in which a lead was created, its source, its region. */
export type PartedBy =
  | { readonly kind: 'month' }
  | { readonly kind: 'source'; readonly attribute: string }
  | { readonly kind: 'region'; readonly attribute: string };

export interface HoldsPart {
  readonly by: PartedBy;
  /** As `breakdown` orders them; each lead is in one. */
  readonly rows: readonly HoldsRow[];
  readonly verdict: HoldsVerdict;
}

export interface HoldsRow extends RowFigures {
  readonly of: RowOf;
  /** The difference among all other leads; null where they are too few. */
  readonly without: RowDifference | null;
}

export type HoldsVerdict =
  /** All leads together have too few outcomes to tell `a` and `b` apart. */
  | { readonly kind: 'tooFew' }
  /** Neither is ahead: over all leads the difference is exactly 0. */
  | { readonly kind: 'level' }
  /** Fewer than two rows have enough outcomes: nothing says where it holds. */
  | { readonly kind: 'notParted'; readonly told: number; readonly unknown: number }
  | HeldVerdict;

export interface HeldVerdict {
  readonly kind: 'held';
  /** Ahead over all leads. */
  readonly leader: 'a' | 'b';
  /** Rows with enough outcomes to tell the two apart. */
  readonly told: number;
  /** Of those, where the leader is ahead, by however little. */
  readonly ahead: number;
  readonly behind: number;
  /** Rows with leads of either, but too few outcomes. */
  readonly unknown: number;
  /**
   * In how many of the told rows the leader would be behind by chance alone, were its lead the same in all of them: Σ Φ(−d̄/SE).
   * Null where it cannot be told.
   */
  readonly behindByChance: number | null;
  /** One test over all rows; those in which both have the same leads say nothing and are left out. */
  readonly homogeneity: Homogeneity | null;
  /** The row without which the difference would be the smallest, seen from the leader; its index in `rows`. */
  readonly heaviest: { readonly row: number; readonly turns: boolean } | null;
}

export function holds(data: BreakdownData, pair: ReachedPair): Holds {
  const { history, facts, calendar } = data;
  const { source, region } = placeColumns(history);
  const parts: readonly { readonly by: PartedBy; readonly tallied: TalliedRows }[] = [
    { by: { kind: 'month' }, tallied: talliedRows(facts, pair, rowsOfCreatedMonth(history, calendar)) },
    ...(
      [
        ['source', source],
        ['region', region],
      ] as const
    ).flatMap(([kind, column]) =>
      column === undefined
        ? []
        : [
            {
              by: { kind, attribute: column.name },
              tallied: talliedRows(facts, pair, rowsOfAttribute(history, facts, pair, column)),
            },
          ],
    ),
  ];
  const [first] = parts;
  if (first === undefined) throw new Error('every history has months');
  const all = rowFigures(first.tallied.tallies, indexes(first.tallied));
  return { all, parts: parts.map(({ by, tallied }) => partOf(by, tallied, all)) };
}

const indexes = ({ of }: TalliedRows): readonly number[] => of.map((_, row) => row);

function partOf(by: PartedBy, tallied: TalliedRows, all: RowFigures): HoldsPart {
  const rows = tallied.of
    .map(
      (of, row): HoldsRow => ({
        of,
        ...rowFigures(tallied.tallies, [row]),
        without: rowFigures(
          tallied.tallies,
          indexes(tallied).filter((other) => other !== row),
        ).difference,
      }),
    )
    .filter(({ a, b }) => a.leads > 0 || b.leads > 0);
  return { by, rows, verdict: verdictOf(rows, all.difference) };
}

/** What the rows say together; `all`: the difference over all leads. */
export function verdictOf(
  rows: readonly Pick<HoldsRow, 'difference' | 'without'>[],
  all: RowDifference | null,
): HoldsVerdict {
  if (all === null) return { kind: 'tooFew' };
  if (all.difference === 0) return { kind: 'level' };
  const told = rows.map(({ difference }) => difference).filter((difference) => difference !== null);
  const unknown = rows.length - told.length;
  if (told.length < 2) return { kind: 'notParted', told: told.length, unknown };
  const sign = Math.sign(all.difference);
  const spread = told.filter(({ standardError }) => standardError > 0);
  const homogeneity = cochranQ(
    spread.map(({ difference, standardError }) => ({ estimate: difference, standardError })),
  );
  return {
    kind: 'held',
    leader: sign > 0 ? 'b' : 'a',
    told: told.length,
    ahead: told.filter(({ difference }) => difference * sign > 0).length,
    behind: told.filter(({ difference }) => difference * sign < 0).length,
    unknown,
    behindByChance:
      homogeneity === null
        ? null
        : spread.reduce((sum, one) => sum + normalShareBelow((-sign * homogeneity.pooled) / one.standardError), 0),
    homogeneity,
    heaviest: heaviestOf(rows, sign),
  };
}

function heaviestOf(rows: readonly Pick<HoldsRow, 'without'>[], sign: number): HeldVerdict['heaviest'] {
  const left = rows.map(({ without }) => (without === null ? Number.POSITIVE_INFINITY : without.difference * sign));
  const least = Math.min(...left);
  return Number.isFinite(least) ? { row: left.indexOf(least), turns: least < 0 } : null;
}
