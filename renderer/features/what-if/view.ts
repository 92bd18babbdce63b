import type { FramePair } from '../../../api/contract.ts';
import type { LevelMeasures } from '../../../api/core-types.ts';

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

/** Fewer SQLs than this: a rate would say more than the history knows, so counts stand in its place. */
export const LEAST_SQLS = 10;
/** A single month, band or threshold needs this many known outcomes before its rate is drawn. */
const LEAST_KNOWN = 20;

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
