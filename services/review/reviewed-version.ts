import type { ReviewedVersion } from '../../api/review.ts';
import { DAY_MS } from '../../core/history/history.ts';
import type { PromisePeriod } from '../../core/promises/promise-setting.ts';
import { readInstant } from '../../core/time/instant.ts';
import { calendarDay, requireZone } from '../../core/time/zone.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { signedAgreement } from '../agreement/signed-agreement.ts';

/** The version in force; null: there is none. */
export function readReviewedVersion(workshop: ReadableWorkshop): ReviewedVersion | null {
  const signed = signedAgreement(workshop);
  if (signed === null) return null;
  const { number, document, signedAtMs } = signed;
  const validFromMs = readInstant(document.validFrom, document.workingHours.timeZone) ?? signedAtMs;
  return { number, document, signedAtMs, inForceFromMs: Math.max(signedAtMs, validFromMs) };
}

/** Since `fromMs`; null: while it is in force, its last day included. */
export function reviewedPeriod({ document, inForceFromMs }: ReviewedVersion, fromMs: number | null): PromisePeriod {
  if (fromMs !== null) return { fromMs, toMs: LAST_INSTANT_MS };
  const { timeZone } = document.workingHours;
  const lastDayMs = document.validTo === null ? null : readInstant(document.validTo, timeZone);
  const toMs =
    lastDayMs === null
      ? LAST_INSTANT_MS
      : requireZone(timeZone).instantOf((calendarDay(lastDayMs, timeZone) + 1) * DAY_MS);
  return { fromMs: inForceFromMs, toMs };
}

/** Of ECMAScript's calendar. */
const LAST_INSTANT_MS = 8.64e15;
