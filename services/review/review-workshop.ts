/** The version in force of a workshop, reviewed in this thread. */
import type { ReviewedHistory } from '../../core/review/review-document.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { listKeptOut } from '../../db/queries/kept-out.ts';
import type { ReviewQuestion } from '../analysis/review/review-agreement.ts';
import { standingSession } from '../replay/standing-session.ts';
import { readReviewedVersion, reviewedPeriod } from './reviewed-version.ts';

/** `fromMs` null: while it is in force. Null: no version is in force. */
export function reviewWorkshop(
  workshop: ReadableWorkshop,
  { start, fromMs }: { readonly start: ReviewQuestion['start']; readonly fromMs: number | null },
): ReviewedHistory | null {
  const signed = readReviewedVersion(workshop);
  if (signed === null) return null;
  const { number, document: agreement, signedAtMs } = signed;
  const session = standingSession(workshop);
  try {
    const period = reviewedPeriod(signed, fromMs);
    const question = { agreement, start, period, keptOut: listKeptOut(workshop) };
    const scope = { level: agreement.level, options: { horizon: 'outcome' } } as const;
    return { ...session.analyse({ name: 'review', scope, question }), number, agreement, signedAtMs };
  } finally {
    session.close();
  }
}
