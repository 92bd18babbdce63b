/** Threshold by half-life: two levers that do alike things, every pair of them on one page. */
import { cellOf, countLead, outcomeCounts } from '../measures/cell.ts';
import type { Cell } from '../measures/frame.ts';
import { leastPeak } from '../measures/thresholds.ts';
import { DAYS } from '../rule-set/document-reader.ts';
import type { Decay, Rule, RuleSet } from '../rule-set/rule-set.ts';
import { thresholdStep } from './lever-step.ts';
import { withDecay } from './levers.ts';
import type { LevelRanking } from './ranking.ts';

export interface HeatMap {
  /** Ascending, the present one in the middle. */
  readonly thresholds: readonly number[];
  /** The half-lives of the rules are multiplied, or, where no rule has one, given to every activity rule that never fades. */
  readonly way: 'multiplied' | 'given';
  readonly rows: readonly HeatRow[];
}

export interface HeatRow {
  /** Null: points never fade. */
  readonly factor: number | null;
  /** Of the rules, shortest and longest; null: none. */
  readonly days: readonly [number, number] | null;
  readonly isPresent: boolean;
  /** By threshold. */
  readonly cells: readonly HeatCell[];
}

export type HeatCell = Cell & { readonly perWeek: number };

const COLUMNS_BESIDE = 3;
const FACTORS: readonly (number | null)[] = [0.5, 0.75, 1, 1.5, 2, null];
const GIVEN_DAYS: readonly (number | null)[] = [14, 30, 60, 90, 180, null];

/** A replay for each row: thresholds are read off the peaks. Null when `onStep` said to stop. */
export function heatMap(
  { measured, weeks, ruleSet, level, peaksBy }: LevelRanking,
  onStep: (done: number, total: number) => boolean,
): HeatMap | null {
  const step = thresholdStep(level.total);
  const thresholds = Array.from(
    { length: 2 * COLUMNS_BESIDE + 1 },
    (_, column) => level.total + (column - COLUMNS_BESIDE) * step,
  );
  const way = halfLivesOf(ruleSet).length > 0 ? 'multiplied' : 'given';
  const asked = way === 'multiplied' ? FACTORS : GIVEN_DAYS;
  const rows: HeatRow[] = [];
  for (const [index, value] of asked.entries()) {
    if (!onStep(index, asked.length)) return null;
    const moved = way === 'multiplied' ? withHalfLivesTimes(ruleSet, value) : withHalfLives(ruleSet, value);
    const days = halfLivesOf(moved);
    const peaks = peaksBy(moved);
    rows.push({
      factor: way === 'multiplied' ? value : null,
      days: days.length === 0 ? null : [Math.min(...days), Math.max(...days)],
      isPresent: value === (way === 'multiplied' ? 1 : null),
      cells: thresholds.map((threshold): HeatCell => {
        const least = leastPeak(threshold);
        const counts = outcomeCounts(1);
        for (let place = 0; place < peaks.length; place += 1)
          if ((peaks[place] ?? 0) >= least) countLead(counts, 0, measured.outcome[place] ?? 0);
        const cell = cellOf(counts, 0);
        return { ...cell, perWeek: cell.leads / weeks };
      }),
    });
  }
  return { thresholds, way, rows };
}

/** Of the rules that are on, in days. */
const halfLivesOf = (ruleSet: RuleSet): readonly number[] =>
  ruleSet.rules.flatMap((rule) => {
    const decay = rule.enabled ? decayOf(rule) : null;
    return decay?.kind === 'half-life' ? [decay.days] : [];
  });

const decayOf = (rule: Rule): Decay | null =>
  rule.kind === 'activity' || rule.kind === 'inactivity' ? rule.decay : null;

/** `factor` null: none fades by half-life any more. */
export const withHalfLivesTimes = (ruleSet: RuleSet, factor: number | null): RuleSet => ({
  ...ruleSet,
  rules: ruleSet.rules.map((rule) => {
    const decay = decayOf(rule);
    if (decay?.kind !== 'half-life') return rule;
    return withDecay(
      rule,
      factor === null ? { kind: 'none' } : { kind: 'half-life', days: possibleDays(decay.days * factor) },
    );
  }),
});

const possibleDays = (days: number): number => Math.min(DAYS.most, Math.max(DAYS.least, days));

/** For activity rules that never fade; `days` null: as they are. */
export const withHalfLives = (ruleSet: RuleSet, days: number | null): RuleSet => ({
  ...ruleSet,
  rules: ruleSet.rules.map((rule) =>
    days !== null && rule.kind === 'activity' && rule.decay.kind === 'none'
      ? { ...rule, decay: { kind: 'half-life', days } }
      : rule,
  ),
});
