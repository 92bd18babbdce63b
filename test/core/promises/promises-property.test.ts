import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgePromises } from '../../../core/promises/judge-promises.ts';
import type { JudgedPromise } from '../../../core/promises/judged-promise.ts';
import { workingClock } from '../../../core/working-time/working-clock.ts';
import { agreementFrom } from '../agreement/agreement-from.ts';
import { type LeadStory, msOf, type StoryStage, settingOf } from './lead-story.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ASOF = '2026-11-20T12:00';
const asOfMs = msOf(ASOF);

/** Of the month before the moment, the week the clocks are put back among them: often one of few, so that instants meet. */
const instant = fc
  .oneof(
    fc.integer({ min: 0, max: 1500 }),
    fc.integer({ min: 38, max: 63 }).map((halfDay) => halfDay * 24),
    fc.integer({ min: 38, max: 63 }).map((halfDay) => halfDay * 24),
  )
  .map((half) => new Date(Date.UTC(2026, 9, 20) + (half * HOUR) / 2).toISOString());
const halfHours = fc.oneof(
  fc.integer({ min: 0, max: 400 }),
  fc.integer({ min: 0, max: 8 }).map((halfDay) => halfDay * 24),
);
const stage = fc.record({
  at: instant,
  stage: fc.constantFrom<StoryStage['stage']>(
    'mql',
    'sal',
    'sql',
    'opportunity',
    'lost',
    'rejected',
    'recycled',
    'won',
  ),
  reason: fc.constantFrom('', 'no budget'),
});
const story: fc.Arbitrary<LeadStory> = fc
  .record({
    created: instant,
    wait: fc.option(halfHours),
    calls: fc.array(instant, { maxLength: 4 }),
    stages: fc.array(stage, { maxLength: 4 }),
    role: fc.constantFrom('', 'student', 'buyer'),
  })
  .map(({ created, wait, calls, stages, role }) => ({
    created,
    ...(wait === null ? {} : { reached: new Date(Date.parse(created) + (wait * HOUR) / 2).toISOString() }),
    calls,
    stages,
    cells: { role },
  }));

/** Reaches nothing, and makes sure that the history has dates. */
const ANCHOR: LeadStory = { created: '2026-10-20T00:00', calls: ['2026-10-21T00:00'] };

const agreement = agreementFrom({
  marketing: {
    volume: { least: 1, most: 2, weeks: 1, ofWeeks: 2 },
    conversion: { leastPercent: 30, withinDays: 5 },
    data: { attributes: ['role'], leastPercent: 50 },
    never: [{ name: 'Students', if: { attribute: 'role', op: 'is', value: 'student' } }],
  },
  sales: {
    followUp: [{ level: 'mql', withinHours: 12, leastPercent: 50 }],
    capacity: { perWeek: 2, weeks: 1, ofWeeks: 2 },
    attempts: { least: 2, withinDays: 7, activities: ['call'], leastPercent: 50 },
    feedback: { withinDays: 4, leastPercent: 50 },
  },
});

describe('what the history says of promises', () => {
  it('is what counting lead by lead says', () => {
    fc.assert(
      fc.property(fc.array(story, { minLength: 1, maxLength: 25 }), (leads) => {
        const judged = judgePromises(settingOf([ANCHOR, ...leads], agreement, { asOf: ASOF }), agreement);
        const figures = judged.map(({ figure }) => figure);
        expect(figures).toMatchObject(byHand(leads.filter((lead) => isHandedOver(lead))));
      }),
      { numRuns: 300 },
    );
  });

  it('adds up: the spans of a share hold the leads of the share, and no week is both held and not judged', () => {
    fc.assert(
      fc.property(
        fc.array(story, { minLength: 1, maxLength: 25 }),
        fc.constantFrom('rules' as const, 'handover' as const),
        (leads, start) => {
          for (const judged of judgePromises(settingOf(leads, agreement, { asOf: ASOF, start }), agreement)) {
            const { spans, spansHeld, spansJudged, figure } = judged;
            if ('share' in figure) {
              expect(spans.reduce((sum, { due }) => sum + due, 0)).toBe(isDated(judged) ? figure.share.due : 0);
              expect(spans.reduce((sum, { kept }) => sum + kept, 0)).toBe(isDated(judged) ? figure.share.kept : 0);
            }
            expect(spans.filter(({ isHeld }) => isHeld === true)).toHaveLength(spansHeld);
            expect(spans.filter(({ isHeld }) => isHeld !== null)).toHaveLength(spansJudged);
            for (const [index, { endMs }] of spans.entries())
              if (spans[index + 1] !== undefined) expect(spans[index + 1]?.startMs).toBe(endMs);
          }
        },
      ),
    );
  });
});

const isDated = ({ spans }: JudgedPromise): boolean => spans.length > 0;

/** Reached by the moment, there by then, and nobody's customer from before. */
function isHandedOver({ created, reached, stages }: LeadStory): boolean {
  if (reached === undefined || msOf(reached) > asOfMs || msOf(created) > asOfMs) return false;
  const sqlMs = firstOf(stages, 'sql', 'opportunity', 'won');
  return !(Math.floor(sqlMs / DAY) < Math.floor(msOf(created) / DAY));
}

/** Infinity: never by the moment. */
function firstOf(stages: LeadStory['stages'], ...names: readonly StoryStage['stage'][]): number {
  const known = (stages ?? []).filter(
    ({ at, stage: name }) => msOf(at) <= asOfMs && (names.length === 0 || names.includes(name)),
  );
  return Math.min(...known.map(({ at }) => msOf(at)));
}

/** Each figure as the words of the promise say, without a column or a mask. */
function byHand(leads: readonly LeadStory[]) {
  const clock = workingClock(agreement.workingHours);
  const count = (isSo: (lead: LeadStory) => boolean): number => leads.filter(isSo).length;
  const startOf = ({ reached = '' }: LeadStory): number => msOf(reached);
  const worked = ({ stages }: LeadStory): number => firstOf(stages);
  const isWorked = (lead: LeadStory): boolean => worked(lead) < Number.POSITIVE_INFINITY;
  const isYoung = (lead: LeadStory): boolean => (isWorked(lead) ? worked(lead) : msOf(lead.created)) + 5 * DAY > asOfMs;
  const converts = (lead: LeadStory): boolean =>
    firstOf(lead.stages, 'sql', 'opportunity', 'won') <= worked(lead) + 5 * DAY;
  const followed = ({ stages }: LeadStory): number =>
    firstOf((stages ?? []).filter(({ stage: name }) => name !== 'mql'));
  const isOpen = (lead: LeadStory): boolean => followed(lead) === Number.POSITIVE_INFINITY;
  const isOfSales = (lead: LeadStory): boolean => followed(lead) < startOf(lead);
  const isOpenFor = (lead: LeadStory): number =>
    clock.workingMsBetween(startOf(lead), Math.min(followed(lead), asOfMs)) / HOUR;
  const isInTime = (lead: LeadStory): boolean => !isOfSales(lead) && !isOpen(lead) && isOpenFor(lead) <= 12;
  const isLate = (lead: LeadStory): boolean => !isOfSales(lead) && isOpenFor(lead) > 12;
  const handed = ({ stages }: LeadStory): number => firstOf(stages, 'mql');
  const triedFrom = (lead: LeadStory): number =>
    isWorked(lead) && handed(lead) === worked(lead) ? Math.max(startOf(lead), handed(lead)) : startOf(lead);
  const triedUntil = (lead: LeadStory): number => triedFrom(lead) + 7 * DAY;
  const attempts = (lead: LeadStory): number =>
    (lead.calls ?? []).filter((call) => msOf(call) >= triedFrom(lead) && msOf(call) <= triedUntil(lead)).length;
  const isTried = (lead: LeadStory): boolean => isWorked(lead) && triedUntil(lead) <= asOfMs;
  const isSettled = (lead: LeadStory): boolean =>
    attempts(lead) < 2 && firstOf(lead.stages, 'sql', 'opportunity', 'won', 'lost', 'rejected') <= triedUntil(lead);
  const answerUntil = (lead: LeadStory): number => Math.max(startOf(lead), worked(lead)) + 4 * DAY;
  const isAnswered = (lead: LeadStory): boolean =>
    firstOf(
      (lead.stages ?? []).filter(
        ({ stage: name, reason }) => name !== 'mql' && (reason !== '' || !['lost', 'rejected'].includes(name)),
      ),
    ) <= answerUntil(lead);
  const isAnswerDue = (lead: LeadStory): boolean => isWorked(lead) && answerUntil(lead) <= asOfMs;
  return [
    { kind: 'volume' },
    {
      kind: 'conversion',
      share: {
        due: count((lead) => isWorked(lead) && !isYoung(lead)),
        kept: count((lead) => isWorked(lead) && !isYoung(lead) && converts(lead)),
      },
      immature: count(isYoung),
      unobserved: count((lead) => !isYoung(lead) && !isWorked(lead)),
    },
    { kind: 'data', share: { due: leads.length, kept: count(({ cells }) => cells?.['role'] !== '') } },
    {
      kind: 'never',
      handedOver: leads.length,
      against: [{ leads: count(({ cells }) => cells?.['role'] === 'student') }],
    },
    {
      kind: 'followUp',
      share: { kept: count(isInTime), due: count(isInTime) + count(isLate) },
      neverTaken: count((lead) => isLate(lead) && isOpen(lead)),
      pending: count((lead) => isOpen(lead) && isOpenFor(lead) <= 12),
      takenBefore: count(isOfSales),
    },
    { kind: 'capacity' },
    {
      kind: 'attempts',
      share: {
        due: count((lead) => isTried(lead) && !isSettled(lead)),
        kept: count((lead) => isTried(lead) && attempts(lead) >= 2),
      },
      settled: count((lead) => isTried(lead) && isSettled(lead)),
    },
    {
      kind: 'feedback',
      share: { due: count(isAnswerDue), kept: count((lead) => isAnswerDue(lead) && isAnswered(lead)) },
      notGiven: count((lead) => !isWorked(lead)),
    },
  ];
}
