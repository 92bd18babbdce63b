import type { FrameView } from '../view.ts';
import type { LevelFigures } from './use-level-figures.ts';

export interface HeadlineProps {
  readonly view: FrameView;
  /** What the history answers when the levers rest; of levers that have moved since it is not told. */
  readonly figures: LevelFigures;
}
