import type { Team } from '../seat.ts';
import type { Coefficient } from '../statistics/coefficient.ts';
import { gwetAc1 } from '../statistics/gwet-ac1.ts';
import type { Interval } from '../statistics/interval.ts';
import { cohenKappa, rawAgreement } from '../statistics/kappa.ts';
import { krippendorffAlpha } from '../statistics/krippendorff.ts';
import { mcNemar } from '../statistics/mcnemar.ts';
import { VERDICTS, type Verdict } from './verdict.ts';

/** What both teams say of one lead. */
export interface JudgedPair {
  readonly marketing: Verdict;
  readonly sales: Verdict;
}

export interface Measure {
  readonly value: number;
  /** 95 %; null where nothing tells of the spread. */
  readonly interval: Interval | null;
}

/** Every figure is null where it does not exist: without leads, or where all verdicts are the same. */
export interface PanelAgreement {
  /** Judged by both. */
  readonly leads: number;
  readonly agreed: number;
  readonly raw: number | null;
  /** What two would agree on by chance who say yes, no and not sure as often as these: Cohen's. */
  readonly byChance: number | null;
  readonly kappa: Measure | null;
  readonly ac1: Measure | null;
  readonly alpha: Measure | null;
  /** Marketing says yes where sales says no, and the reverse. */
  readonly onlyMarketing: number;
  readonly onlySales: number;
  /** Who more often says no where the other says yes; null: nobody. */
  readonly stricter: Team | null;
  /** Of McNemar's mid-p test that neither is stricter; null where neither ever says no to what the other takes. */
  readonly midP: number | null;
}

const RESAMPLING = { seed: 1, resamples: 2_000 };

/**
 * How far two teams agree (STATISTICS.md 8). "Not sure" is an answer of its own, which agrees only with itself, and is no category
 * where nobody gave it; who is stricter is told from yes against no alone.
 */
export function panelAgreement(pairs: readonly JudgedPair[]): PanelAgreement {
  const isUnsure = pairs.some(({ marketing, sales }) => marketing === 'unsure' || sales === 'unsure');
  const categories = VERDICTS.filter((verdict) => verdict !== 'unsure' || isUnsure);
  const countOf = (marketing: Verdict, sales: Verdict): number =>
    pairs.filter((pair) => pair.marketing === marketing && pair.sales === sales).length;
  const table = categories.map((marketing) => categories.map((sales) => countOf(marketing, sales)));
  const units = pairs.map(({ marketing, sales }) => [categories.indexOf(marketing), categories.indexOf(sales)]);
  const kappa = cohenKappa(table);
  const [onlyMarketing, onlySales] = [countOf('yes', 'no'), countOf('no', 'yes')];
  return {
    leads: pairs.length,
    agreed: pairs.filter(({ marketing, sales }) => marketing === sales).length,
    raw: rawAgreement(table),
    byChance: kappa?.chance ?? null,
    kappa: measureOf(kappa),
    ac1: measureOf(gwetAc1(units, categories.length)),
    alpha: measureOf(krippendorffAlpha(units, 'nominal', RESAMPLING)),
    onlyMarketing,
    onlySales,
    stricter: onlyMarketing === onlySales ? null : onlyMarketing > onlySales ? 'sales' : 'marketing',
    midP: mcNemar(onlyMarketing, onlySales)?.midP ?? null,
  };
}

const measureOf = (found: Pick<Coefficient, 'value' | 'interval'> | null): Measure | null =>
  found === null ? null : { value: found.value, interval: found.interval };
