/**
 * Thresholds chosen on the older leads and judged on the newer ones: the best of many thresholds looks better on the leads that it
 * was chosen on than it is (STATISTICS.md 4: pick on the older period, report on the held-out one).
 */
import { itemAt } from '../../at.ts';
import type { History } from '../../history/history.ts';
import { cohortCalendar, WEEK_MS } from '../../measures/by-time.ts';
import type { LeadFacts } from '../../replay/replay-result.ts';
import { type Periods, periodsOf, type Split, type SplitQuestion } from '../periods.ts';
import { bestThreshold } from './best-threshold.ts';
import { cohortOutcomes, type LineQuestion } from './line-figures.ts';
import type { LinePoint } from './line-point.ts';
import { constrainedPick } from './picks.ts';
import type { ThresholdRange } from './plateau.ts';
import { type Line, lineAmong, lineInWeeks, sweepLine } from './sweep-line.ts';

export interface JudgedLine extends Split {
  /** SQLs among the older leads: below ten nothing can be chosen by them. */
  readonly olderSqls: number;
  /** As `LineFigures` has them, of the older leads. */
  readonly best: JudgedBest | null;
  readonly pick: JudgedThreshold | null;
  /** The level's own, whoever chose it. */
  readonly present: JudgedThreshold;
}

/**
 * Outcomes are of the older and of the newer leads. What comes a week is of whoever reaches the level in whole weeks before or after
 * the split: leads of the one period reach it in the other too.
 */
export interface JudgedThreshold {
  readonly threshold: number;
  readonly older: LinePoint;
  readonly newer: LinePoint;
  readonly all: LinePoint;
}

export interface JudgedBest extends JudgedThreshold {
  /** On the older leads. */
  readonly plateau: ThresholdRange;
}

/** `threshold`: the level's own; `thresholds` ascending: those among which is chosen. Null where the leads do not lie on both sides of the split. */
export function judgeLine(
  line: Line,
  history: History,
  threshold: number,
  thresholds: Float64Array,
  question: LineQuestion,
  asked: SplitQuestion,
): JudgedLine | null {
  const periods = periodsOf(history.leads.createdAtMs, line.facts, asked);
  if (periods === null) return null;
  const sweeps = sweepsOf(line, history, periods, question);
  const older = sweeps.older(thresholds);
  const best = bestThreshold(older, cohortOutcomes(sweeps.olderLine), question);
  const pick = constrainedPick(older, question);
  const chosen = [threshold, best?.threshold ?? threshold, pick?.threshold ?? threshold];
  const at = Float64Array.from(new Set(chosen)).sort();
  const [ofOlder, ofNewer, ofAll] = [sweeps.older(at), sweeps.newer(at), sweepLine(line, at, question)];
  const judged = (one: number): JudgedThreshold => {
    const index = at.indexOf(one);
    return {
      threshold: one,
      older: itemAt(ofOlder, index),
      newer: itemAt(ofNewer, index),
      all: itemAt(ofAll, index),
    };
  };
  const { splitMs, olderBeforeMs, gapDays } = periods;
  return {
    splitMs,
    olderBeforeMs,
    gapDays,
    olderSqls: sweeps.olderLine.sqls,
    best: best && { ...judged(best.threshold), plateau: best.plateau },
    pick: pick && judged(pick.threshold),
    present: judged(threshold),
  };
}

/** Outcomes of a part of the leads, volume of all of them in a part of the weeks. */
function sweepsOf(line: Line, history: History, { splitMs, older, newer }: Periods, question: LineQuestion) {
  const { asOfMs } = line.facts;
  const lineOfLeads = (facts: LeadFacts): Line => lineAmong(line, facts, cohortCalendar(history, facts));
  const weeksSince = (asOfMs - splitMs) / WEEK_MS;
  const olderLine = lineOfLeads(older);
  const newerLine = lineOfLeads(newer);
  const before = lineInWeeks(line, Math.min(Math.ceil(weeksSince), line.calendar.weeks - 1), line.calendar.weeks);
  const since = lineInWeeks(line, 0, Math.max(1, Math.floor(weeksSince)));
  const sweep = (outcomes: Line, volume: Line) => (thresholds: Float64Array) => {
    const volumes = sweepLine(volume, thresholds, question);
    return sweepLine(outcomes, thresholds, question).map((point, index): LinePoint => {
      const { perWeek, p90PerWeek, weeksOverCapacity, longestQueue } = volumes[index] ?? point;
      return { ...point, perWeek, p90PerWeek, weeksOverCapacity, longestQueue };
    });
  };
  return { olderLine, older: sweep(olderLine, before), newer: sweep(newerLine, since) };
}
