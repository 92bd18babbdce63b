/** The bars of a tornado as a chart shows them: one figure, held one way, the levers that move most first. */
import type { ChangedFigures, HeldFigures, LeverName, MovedFigures, Tornado } from '../../../../api/sensitivity.ts';

export const MOVED_FIGURES = ['sqls', 'conversion', 'volume'] as const;
export type MovedFigure = (typeof MOVED_FIGURES)[number];

/** The level keeps its threshold, or is cut anew so that it keeps its volume. */
export type Hold = 'threshold' | 'volume';

/** Levers moved by a step, or rules switched off. */
export type Move = 'step' | 'off';

export interface TornadoRow {
  readonly lever: LeverName;
  readonly present: readonly number[];
  readonly lower: RowEnd | null;
  readonly higher: RowEnd | null;
}

export interface RowEnd {
  readonly values: readonly number[];
  /** Of the figure asked for; null where it does not exist. */
  readonly change: number | null;
  /** Of a conversion. */
  readonly interval: readonly [number, number] | null;
  readonly figures: ChangedFigures;
  /** Where the level was cut anew. */
  readonly threshold: number | null;
}

export function tornadoRows(tornado: Tornado, figure: MovedFigure, hold: Hold, move: Move): readonly TornadoRow[] {
  const end = (moved: MovedFigures | null): RowEnd | null => {
    const figures = hold === 'threshold' ? moved?.atThreshold : moved?.atVolume;
    if (moved === null || figures === null || figures === undefined) return null;
    return {
      values: moved.values,
      change: changeOf(figures, tornado.present, figure),
      interval: figure === 'conversion' ? (figures.rateDifference?.interval ?? null) : null,
      figures,
      threshold: hold === 'volume' ? (moved.atVolume?.threshold ?? null) : null,
    };
  };
  return tornado.bars
    .filter(({ lever }) => (lever.kind === 'off') === (move === 'off'))
    .map(
      ({ lever, present, lower, higher }): TornadoRow => ({ lever, present, lower: end(lower), higher: end(higher) }),
    )
    .filter(({ lower, higher }) => lower !== null || higher !== null)
    .toSorted((one, other) => effectOf(other) - effectOf(one));
}

/** The larger of its two. */
export const effectOf = ({ lower, higher }: TornadoRow): number =>
  Math.max(Math.abs(lower?.change ?? 0), Math.abs(higher?.change ?? 0));

function changeOf(figures: ChangedFigures, present: HeldFigures, figure: MovedFigure): number | null {
  switch (figure) {
    case 'sqls':
      return figures.cell.converted - present.cell.converted;
    case 'conversion':
      return figures.rateDifference?.difference ?? null;
    case 'volume':
      return figures.perWeek - present.perWeek;
  }
}
