import type { FramePair } from '../../../api/contract.ts';
import type { LevelMeasures } from '../../../api/core-types.ts';
import { LEAST_KNOWN } from '../../../core/measures/least-counts.ts';

/** What the panels of the stage are given: a frame with the names it is told in. */
export interface FrameView {
  readonly pair: FramePair;
  readonly level: string;
  readonly levelName: string;
  readonly scenarioName: string;
  readonly baselineName: string;
  readonly capacity: number | null;
  readonly now: LevelMeasures;
  /** Null when the baseline lacks the level. */
  readonly was: LevelMeasures | null;
}

/** What a card of the stage is given. */
export interface CardProps {
  readonly view: FrameView;
  /** The frame's number, `ShownFrame.number`. */
  readonly frame: number;
}

export interface Cell {
  readonly observed: number;
  readonly converted: number;
  readonly rate: number | null;
  readonly interval: readonly [number, number] | null;
}

export const drawnRate = (cell: Cell | undefined): number | null =>
  cell === undefined || cell.observed < LEAST_KNOWN ? null : cell.rate;

export const direction = (difference: number): 'more' | 'fewer' | 'same' =>
  difference > 0 ? 'more' : difference < 0 ? 'fewer' : 'same';
