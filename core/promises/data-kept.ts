import type { DataPromise, NeverPromise } from '../agreement/agreement-document.ts';
import { numberAt } from '../at.ts';
import { conditionMask } from '../conditions/row-mask.ts';
import { leadTable } from '../conditions/table.ts';
import { MISSING } from '../history/history.ts';
import type { DataFigure, JudgedPromise, NeverFigure } from './judged-promise.ts';
import type { PromiseSetting } from './promise-setting.ts';
import { shareOf, unknown, type Verdict, verdictOfShare } from './promise-verdict.ts';
import { countDue, heldByShare, judgedSpans, NO_SPANS, type SpanCounts, spanCounts } from './span-counts.ts';

/** Leads that have every promised attribute, by week; attributes have no date, so that it is what is known of them today. */
export function judgeData(setting: PromiseSetting, level: string, promise: DataPromise): JudgedPromise<DataFigure> {
  const { leads, startMs } = setting.started(level);
  const { column } = leadTable(setting.history);
  const codes = promise.attributes.map((attribute) => column(attribute)?.codes);
  const missing = promise.attributes.map(() => 0);
  const counts = spanCounts(setting.weeks);
  let kept = 0;
  for (const [index, lead] of leads.entries()) {
    let isWhole = true;
    for (const [place, own] of codes.entries()) {
      if ((own?.[lead] ?? MISSING) !== MISSING) continue;
      isWhole = false;
      missing[place] = (missing[place] ?? 0) + 1;
    }
    if (isWhole) kept += 1;
    countDue(counts, numberAt(startMs, index), isWhole);
  }
  const share = shareOf(kept, leads.length);
  return {
    whose: 'marketing',
    level,
    ...spansOf(setting, counts, promise.leastPercent),
    figure: {
      kind: 'data',
      share,
      missing: promise.attributes.map((attribute, place) => ({ attribute, leads: missing[place] ?? 0 })),
    },
    verdict: verdictOfShare(share, promise.leastPercent),
  };
}

/** Leads that were handed over although it was promised that none such would be: counted, never estimated. */
export function judgeNever(
  setting: PromiseSetting,
  level: string,
  promises: readonly NeverPromise[],
): JudgedPromise<NeverFigure> {
  const { leads, startMs } = setting.given(level);
  const table = leadTable(setting.history);
  const masks = promises.map((promise) => conditionMask(promise.if, table));
  const against = promises.map(() => 0);
  const counts = spanCounts(setting.weeks);
  let kept = 0;
  for (const [index, lead] of leads.entries()) {
    let isNone = true;
    for (const [place, mask] of masks.entries()) {
      if (mask[lead] !== 1) continue;
      isNone = false;
      against[place] = (against[place] ?? 0) + 1;
    }
    if (isNone) kept += 1;
    countDue(counts, numberAt(startMs, index), isNone);
  }
  return {
    whose: 'marketing',
    level,
    ...spansOf(setting, counts, 100),
    figure: {
      kind: 'never',
      handedOver: leads.length,
      leads: leads.length - kept,
      against: promises.map(({ name }, place) => ({ name, leads: against[place] ?? 0 })),
    },
    verdict: neverVerdict(kept, leads.length),
  };
}

function neverVerdict(kept: number, handedOver: number): Verdict {
  if (handedOver === 0) return unknown('nobody');
  return kept === handedOver
    ? { kind: 'held', isSure: true }
    : { kind: 'broken', by: handedOver - kept, unit: 'leads' };
}

const spansOf = ({ hasDates }: PromiseSetting, counts: SpanCounts, leastPercent: number) =>
  hasDates ? judgedSpans(counts, heldByShare(leastPercent)) : ({ unit: 'week', ...NO_SPANS } as const);
