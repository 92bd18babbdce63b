/** One lever at a time (STATISTICS.md 6): what moves the figures of a level, at its threshold and at its volume. */
import type { RuleSet } from '../rule-set/rule-set.ts';
import { type ChangedFigures, changedFigures, type HeldFigures, heldFigures } from './held-figures.ts';
import { type Lever, type LeverMove, type LeverName, leversOf } from './levers.ts';
import { heldAt, type MeasuredLeads, type Peaks } from './measured-leads.ts';
import type { LevelRanking } from './ranking.ts';
import { volumeCut } from './volume-cut.ts';

export interface Tornado {
  readonly present: HeldFigures;
  readonly bars: readonly TornadoBar[];
}

export interface TornadoBar {
  readonly lever: LeverName;
  readonly present: readonly number[];
  readonly lower: MovedFigures | null;
  readonly higher: MovedFigures | null;
}

export interface MovedFigures {
  readonly values: readonly number[];
  readonly atThreshold: ChangedFigures;
  /**
   * With the level cut anew so that it holds as many leads as now, as nearly as ties allow; `threshold` is where. Null where
   * nobody has a peak, and of the threshold, which such a cut undoes.
   */
  readonly atVolume: (ChangedFigures & { readonly threshold: number }) | null;
}

/** Null when `onStep` said to stop. */
export function tornado(
  { measured, weeks, ruleSet, level, peaksBy }: LevelRanking,
  onStep: (done: number, total: number) => boolean,
): Tornado | null {
  const present = heldAt(peaksBy(ruleSet), level.total);
  const figures = heldFigures(measured, present, weeks);
  const levers = leversOf(ruleSet, level);
  const moves = levers.flatMap(({ lower, higher }) => [lower, higher]).filter((move) => move !== null);
  let done = 0;
  let isStopped = false;
  const moved = (lever: Lever, move: LeverMove | null): MovedFigures | null => {
    isStopped ||= move !== null && !onStep(done, moves.length);
    if (move === null || isStopped) return null;
    done += 1;
    const peaks = peaksBy(move.ruleSet);
    return {
      values: move.values,
      atThreshold: changedFigures(measured, present, heldAt(peaks, thresholdIn(move.ruleSet, level.id)), weeks),
      atVolume:
        lever.lever.kind === 'threshold' ? null : figuresAtVolume(measured, present, peaks, figures.cell.leads, weeks),
    };
  };
  const bars = levers.map((lever): TornadoBar => {
    const lower = moved(lever, lever.lower);
    return { lever: lever.lever, present: lever.present, lower, higher: moved(lever, lever.higher) };
  });
  return isStopped ? null : { present: figures, bars };
}

function figuresAtVolume(
  measured: MeasuredLeads,
  present: Uint8Array,
  peaks: Peaks,
  volume: number,
  weeks: number,
): MovedFigures['atVolume'] {
  const cut = volumeCut(peaks, volume);
  if (cut === null) return null;
  return { ...changedFigures(measured, present, heldAt(peaks, cut.threshold), weeks), threshold: cut.threshold };
}

const thresholdIn = (ruleSet: RuleSet, level: string): number =>
  ruleSet.levels.find(({ id }) => id === level)?.total ?? 0;
