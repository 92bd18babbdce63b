import type { LinesSwept, SweptLine } from '../../../../api/compare-line.ts';
import type { CompareFocus, NamedSide } from '../compare-focus.ts';

/** A side with the line it draws. */
export interface LineSide extends NamedSide {
  readonly line: SweptLine;
  /** Drawn solid and first; what it is told against is dashed. */
  readonly isTold: boolean;
}

/** The sides that have a score, what is told first. */
export const lineSides = ({ a, b }: LinesSwept, focus: CompareFocus): readonly LineSide[] => [
  ...(b === null ? [] : [{ ...focus.b, line: b, isTold: true }]),
  ...(a === null ? [] : [{ ...focus.a, line: a, isTold: false }]),
];

/** What the lower zone of the sweep shows. */
export type LowerZone = 'volume' | 'captured' | 'profit';

/** What people say that the history cannot know. */
export interface Terms {
  /** The worst conversion that sales accepts, a share. */
  readonly leastRate: number | null;
  readonly valuePerSql: number | null;
  readonly costPerLead: number | null;
}
