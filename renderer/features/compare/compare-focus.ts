import type { ComparedScenario } from '../../../api/compare-scenarios.ts';
import type { ComparedSide } from '../../../api/compared.ts';
import type { ReplayOptions } from '../../../api/core-types.ts';
import { SIDE_MARKS, type SideMark } from './side-mark/side-marks.ts';

/** Hue says whose; the baseline and what really happened are grey. */
export type Whose = 'both' | 'marketing' | 'sales' | 'baseline';

export interface NamedSide {
  readonly side: ComparedSide;
  readonly name: string;
  readonly whose: Whose;
  /** Tells it from others of the same hue. */
  readonly mark: SideMark;
}

/** What every view of the comparison speaks of: two sides, `b` told against `a`, at one level. */
export interface CompareFocus {
  readonly level: string;
  readonly levelName: string;
  readonly options: ReplayOptions;
  readonly a: NamedSide;
  readonly b: NamedSide;
}

/** Fit to tell sides apart: the same for the same side. */
export const sideKey = (side: ComparedSide): string => (side.kind === 'scenario' ? `scenario ${side.id}` : side.kind);

/** The mark of each side by its key, in the order in which scenarios were made; those beyond the last shape begin again. */
export const sideMarks = (
  scenarios: readonly Pick<ComparedScenario, 'side' | 'seat'>[],
): ReadonlyMap<string, SideMark> => {
  const countByWhose = new Map<Whose, number>();
  return new Map(
    scenarios.map(({ side, seat }) => {
      const whose = seat ?? 'baseline';
      const place = countByWhose.get(whose) ?? 0;
      countByWhose.set(whose, place + 1);
      return [sideKey(side), SIDE_MARKS[place % SIDE_MARKS.length] ?? 'disc'];
    }),
  );
};

/** Whether somebody chose the same side twice. */
export const isOneSide = ({ a, b }: CompareFocus): boolean => sideKey(a.side) === sideKey(b.side);
