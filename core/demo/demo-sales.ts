import { DAY_MS, HOUR_MS } from '../history/history.ts';
import type { StageName } from '../rule-set/rule-set.ts';
import { toWorkingHours } from './demo-calendar.ts';
import type { DemoAct, JourneySign } from './demo-journey.ts';
import type { DemoPerson } from './demo-person.ts';
import { conversionProbability, type DemoFeatures } from './demo-truth.ts';
import { LOST_REASONS, REJECTED_REASONS } from './demo-words.ts';
import type { Random } from './random.ts';

export interface DemoStage {
  readonly atMs: number;
  readonly stage: StageName;
  readonly amount: number | null;
  readonly reason: string;
}

export interface SalesStory {
  readonly stages: readonly DemoStage[];
  readonly probability: number;
  /** Null when sales never worked the lead. */
  readonly workedAtMs: number | null;
}

/** How marketing used to score, by habit: what it handed over first. */
const HABIT_POINTS: Readonly<Record<JourneySign, number>> = {
  quote: 22,
  demo: 20,
  configurator: 6,
  quoteOpened: 5,
  webinar: 12,
  tradeFair: 14,
  pricing: 5,
  dataSheet: 5,
  eBook: 7,
  newsletter: 4,
};

/** Hand-over, decision and what followed. The decision is drawn from the true chance of `demo-truth.ts`. */
export function salesStory(
  createdMs: number,
  acts: readonly DemoAct[],
  person: DemoPerson,
  random: Random,
): SalesStory {
  const { crossedMs, score } = habitScore(createdMs, acts, person, 40 + 9 * random.normal());
  const handedOverMs = crossedMs ?? createdMs + random.exponential(16) * DAY_MS;
  const workedAtMs = handedOverMs + Math.ceil(random.logNormal(14, 0.9)) * HOUR_MS;
  const decidedMs = workedAtMs + Math.min(random.logNormal(17, 0.75), 120) * DAY_MS;
  const probability = conversionProbability(featuresAt(decidedMs, acts, person));
  const unworked = random.chance(1 / (1 + Math.exp(1.4 + 0.02 * (score - 20))));
  if (unworked) return { stages: [], probability, workedAtMs: null };
  const converted = random.chance(probability);
  const stages = converted
    ? wonOver(workedAtMs, toWorkingHours(decidedMs, random), random)
    : turnedAway(workedAtMs, toWorkingHours(decidedMs, random), probability, random);
  return { stages: stages.toSorted((a, b) => a.atMs - b.atMs), probability, workedAtMs };
}

/** A customer from before: won once, and back as a lead. */
export const formerDeal = (createdMs: number, random: Random): DemoStage =>
  stage(createdMs - (30 + random.exponential(150)) * DAY_MS, 'won', { amount: dealAmount(random) });

function wonOver(workedAtMs: number, sqlAtMs: number, random: Random): DemoStage[] {
  const decided = Math.max(sqlAtMs, workedAtMs + HOUR_MS);
  const opportunityMs = decided + random.exponential(9) * DAY_MS;
  const closedMs = opportunityMs + random.logNormal(38, 0.6) * DAY_MS;
  const amount = dealAmount(random);
  return [
    stage(workedAtMs, 'mql'),
    stage(workedAtMs + (decided - workedAtMs) * 0.2, 'sal'),
    stage(decided, 'sql'),
    ...(random.chance(0.82) ? [stage(opportunityMs, 'opportunity', { amount })] : []),
    random.chance(0.36)
      ? stage(closedMs, 'won', { amount })
      : stage(closedMs, 'lost', { reason: random.pick(LOST_REASONS) }),
  ];
}

function turnedAway(workedAtMs: number, decidedMs: number, probability: number, random: Random): DemoStage[] {
  const stages = [stage(workedAtMs, 'mql')];
  const acceptedMs = workedAtMs + random.exponential(3) * DAY_MS;
  const accepted = random.chance(0.35 + probability);
  const closedMs = Math.max(decidedMs, acceptedMs + HOUR_MS);
  if (accepted) stages.push(stage(acceptedMs, 'sal'));
  if (accepted && random.chance(0.25)) return stages;
  stages.push(
    accepted
      ? stage(closedMs, 'lost', { reason: random.pick(LOST_REASONS) })
      : stage(closedMs, 'rejected', { reason: random.pick(REJECTED_REASONS) }),
  );
  if (!random.chance(0.1)) return stages;
  const recycledMs = closedMs + random.exponential(25) * DAY_MS;
  stages.push(stage(recycledMs, 'recycled'));
  if (random.chance(0.2)) stages.push(stage(recycledMs + (20 + random.exponential(40)) * DAY_MS, 'mql'));
  return stages;
}

function habitScore(createdMs: number, acts: readonly DemoAct[], { fit }: DemoPerson, threshold: number) {
  const profile =
    (fit.rightSize ? 12 : 0) +
    (fit.targetIndustry ? 10 : 0) +
    (fit.decides ? 12 : 0) +
    (fit.influences ? 8 : 0) -
    (fit.studentOrRival ? 15 : 0);
  let score = profile;
  let crossedMs = score >= threshold ? createdMs : null;
  for (const { sign, atMs } of acts) {
    if (sign === null) continue;
    score += HABIT_POINTS[sign];
    if (crossedMs === null && score >= threshold) crossedMs = Math.max(atMs, createdMs);
  }
  return { score, crossedMs };
}

function featuresAt(decidedMs: number, acts: readonly DemoAct[], { fit }: DemoPerson): DemoFeatures {
  const features: DemoFeatures = {
    ...fit,
    quote: false,
    demo: false,
    configurator: false,
    quoteOpened: false,
    webinar: false,
    tradeFair: false,
    pricing: false,
    dataSheet: false,
    eBook: false,
    newsletter: false,
    silent: true,
  };
  for (const { sign, atMs } of acts) {
    if (atMs >= decidedMs) continue;
    if (sign !== null) features[sign] = true;
    if (atMs > decidedMs - 30 * DAY_MS) features.silent = false;
  }
  return features;
}

const dealAmount = (random: Random): number => Math.round(random.logNormal(9_500, 0.9) / 10) * 10;

const stage = (
  atMs: number,
  name: StageName,
  more: { readonly amount?: number; readonly reason?: string } = {},
): DemoStage => ({
  atMs: Math.floor(atMs / 1000) * 1000,
  stage: name,
  amount: more.amount ?? null,
  reason: more.reason ?? '',
});
