/** Whether sales followed up in time: the one count behind an agreement's promise and the figure of What-if (STATISTICS.md 7). */
import { numberAt } from '../at.ts';
import { DAY_MS, type History, HOUR_MS } from '../history/history.ts';
import { STAGE_NAMES } from '../rule-set/rule-set.ts';
import { calendarDay, requireZone } from '../time/zone.ts';
import type { WorkingClock } from '../working-time/working-clock.ts';
import type { StartedLeads } from './promise-setting.ts';
import { type ShareFigure, shareOf } from './promise-verdict.ts';

export interface FollowUpCounts {
  readonly share: ShareFigure;
  /** Of the leads due that are not kept: followed up, but late; and never, with the deadline past. */
  readonly late: number;
  readonly neverTaken: number;
  /** Not due: open within the deadline; with sales before; handed over at an unknown moment. */
  readonly pending: number;
  readonly takenBefore: number;
  readonly unknownStart: number;
}

export interface FollowUpTerms {
  readonly clock: Pick<WorkingClock, 'workingMsBetween'>;
  readonly withinHours: number;
  readonly asOfMs: number;
}

/** One lead that something was promised of. */
export interface FollowedLead {
  readonly startMs: number;
  /** Until sales followed up, or until `asOf` while nobody has. */
  readonly workedMs: number;
  readonly isOpen: boolean;
  readonly isInTime: boolean;
}

/**
 * In time by the working time that has passed: an open lead with more behind it is a breach, with less it is pending and in no share.
 * Whom sales had before, nothing was promised of. `onPromised` is told each lead that something was.
 */
export function countFollowUp(
  { startMs, followedMs, isStartUnknown }: StartedLeads,
  { clock, withinHours, asOfMs }: FollowUpTerms,
  onPromised: (lead: FollowedLead) => void = () => undefined,
): FollowUpCounts {
  const promisedMs = withinHours * HOUR_MS;
  const sums = { kept: 0, late: 0, neverTaken: 0, pending: 0, takenBefore: 0, unknownStart: 0 };
  for (let index = 0; index < startMs.length; index += 1) {
    const start = numberAt(startMs, index);
    const followed = numberAt(followedMs, index);
    if (isStartUnknown[index] === 1) sums.unknownStart += 1;
    else if (followed < start) sums.takenBefore += 1;
    else {
      const isOpen = Number.isNaN(followed);
      const workedMs = clock.workingMsBetween(start, isOpen ? asOfMs : followed);
      const isInTime = workedMs <= promisedMs;
      if (isOpen) sums[isInTime ? 'pending' : 'neverTaken'] += 1;
      else sums[isInTime ? 'kept' : 'late'] += 1;
      onPromised({ startMs: start, workedMs, isOpen, isInTime });
    }
  }
  const { kept, ...others } = sums;
  return { share: shareOf(kept, kept + sums.late + sums.neverTaken), ...others };
}

/**
 * False where every stage that sales recorded stands at a midnight of the history's zone: dates were written down, and no hours. A
 * hand-over (`mql`) says nothing of that, as another system than that of sales often records it.
 */
export function hasTimes({ stages, timeZone }: History): boolean {
  const zone = requireZone(timeZone);
  let isAnyOfSales = false;
  for (let row = 0; row < stages.count; row += 1) {
    if (stages.stage[row] === MQL) continue;
    const atMs = numberAt(stages.atMs, row);
    if (zone.instantOf(calendarDay(atMs, timeZone) * DAY_MS) !== atMs) return true;
    isAnyOfSales = true;
  }
  return !isAnyOfSales;
}

const MQL = STAGE_NAMES.indexOf('mql');
