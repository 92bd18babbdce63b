import type {
  AttemptsPromise,
  CapacityPromise,
  FeedbackPromise,
  FollowUpPromise,
  SalesPromises,
} from '../agreement/agreement-document.ts';
import { itemAt } from '../at.ts';
import type { Level } from '../rule-set/rule-set.ts';
import { asWorkingHours } from '../working-time/as-working-hours.ts';
import type { WorkingHours } from '../working-time/working-hours.ts';
import { judgeAttempts } from './attempts-kept.ts';
import { judgeCapacity } from './capacity-kept.ts';
import { judgeFeedback } from './feedback-kept.ts';
import { judgeFollowUp } from './follow-up-kept.ts';
import type { JudgedPromise } from './judged-promise.ts';
import type { PrefillFrom } from './prefill-from.ts';
import type { PromiseSetting } from './promise-setting.ts';
import type { ShareFigure } from './promise-verdict.ts';
import { fivePercentsBelow } from './round-figures.ts';
import { salesActivities } from './sales-activities.ts';

export const proposeSales = (setting: PromiseSetting, from: PrefillFrom): SalesPromises => ({
  followUp: promisedLevels(from).flatMap((level) => proposeFollowUp(setting, from.workingHours, level)),
  capacity: proposeCapacity(setting, from),
  attempts: proposeAttempts(setting, from.level),
  feedback: proposeFeedback(setting, from.level),
  returned: '',
});

/** What most leads got is promised; what less than this share got is not. */
const MOST_SHARE = 0.75;
const LEAST_SHARE = 0.3;

/** The level of the hand-over and those above it. */
function promisedLevels({ ruleSet, level }: PrefillFrom): readonly Level[] {
  const handedOver = ruleSet.levels.find(({ id }) => id === level);
  return ruleSet.levels.filter(({ id, total }) => id === level || total > (handedOver?.total ?? Number.NaN));
}

const HOURS = [2, 4, 8, 16, 24, 40, 80] as const;

/** The level's own hours if they were kept, else the fewest hours above them that were. */
function proposeFollowUp(setting: PromiseSetting, hours: WorkingHours, level: Level): readonly FollowUpPromise[] {
  const own = level.followUpHours === undefined ? [] : [asWorkingHours(level.followUpHours, hours)];
  const choices = [...own, ...HOURS.filter((hour) => hour > (own[0] ?? 0))].filter((hour) => hour > 0);
  const found = firstKept(choices, (withinHours) =>
    judgeFollowUp(setting, { level: level.id, withinHours, leastPercent: 100 }),
  );
  return found === null ? [] : [{ level: level.id, withinHours: found.choice, leastPercent: found.leastPercent }];
}

const MOST_WEEKS_OF_TEN = 9;
const LEAST_WEEKS_OF_TEN = 5;

/** In as many weeks of ten as no more would have come. */
function proposeCapacity(setting: PromiseSetting, { capacityPerWeek, level }: PrefillFrom): CapacityPromise | null {
  const perWeek = Math.floor(capacityPerWeek ?? 0);
  if (perWeek === 0) return null;
  const promise = { perWeek, weeks: MOST_WEEKS_OF_TEN, ofWeeks: 10 };
  const { spansHeld, spansJudged, verdict } = judgeCapacity(setting, level, promise);
  if (verdict.kind === 'unknown') return promise;
  const weeks = Math.min(MOST_WEEKS_OF_TEN, Math.floor((10 * spansHeld) / spansJudged));
  return weeks < LEAST_WEEKS_OF_TEN ? null : { ...promise, weeks };
}

const ATTEMPTS = [5, 4, 3, 2, 1] as const;
const ATTEMPT_DAYS = 14;

/** As many attempts as most leads got. */
function proposeAttempts(setting: PromiseSetting, level: string): AttemptsPromise | null {
  const activities = salesActivities(setting);
  if (activities.length === 0) return null;
  const promise = { withinDays: ATTEMPT_DAYS, activities, leastPercent: 100 };
  const found = firstKept(ATTEMPTS, (least) => judgeAttempts(setting, level, { ...promise, least }));
  return found === null ? null : { ...promise, least: found.choice, leastPercent: found.leastPercent };
}

const ANSWER_DAYS = [3, 7, 14, 30, 60] as const;

function proposeFeedback(setting: PromiseSetting, level: string): FeedbackPromise | null {
  const found = firstKept(ANSWER_DAYS, (withinDays) =>
    judgeFeedback(setting, level, { withinDays, leastPercent: 100 }),
  );
  return found === null ? null : { withinDays: found.choice, leastPercent: found.leastPercent };
}

/** The first choice that most leads got, else the last if it is worth promising; null where the history can judge none. */
function firstKept(
  choices: readonly number[],
  judge: (choice: number) => JudgedPromise<JudgedPromise['figure'] & { readonly share: ShareFigure }>,
): { readonly choice: number; readonly leastPercent: number } | null {
  const known = choices
    .map((choice) => ({ choice, judged: judge(choice) }))
    .filter(({ judged }) => judged.verdict.kind !== 'unknown')
    .map(({ choice, judged }) => ({ choice, atLeast: judged.figure.share.interval?.[0] ?? 0 }));
  if (known.length === 0) return null;
  const best = known.find(({ atLeast }) => atLeast >= MOST_SHARE) ?? itemAt(known, known.length - 1);
  return best.atLeast < LEAST_SHARE ? null : { choice: best.choice, leastPercent: fivePercentsBelow(best.atLeast) };
}
