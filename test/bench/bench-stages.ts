/** What sales did with the leads of the bench: who fits and shows interest converts more often; every outcome occurs. */
import type { Random } from '../../core/demo/random.ts';
import { growingFloat64, growingInt32, growingUint8 } from '../../core/history/growing-column.ts';
import { DAY_MS, MISSING, type Stages } from '../../core/history/history.ts';
import { sharedFloat64, sharedInt32, sharedUint8 } from '../../core/replay/shared-columns.ts';
import { STAGE_NAMES, type StageName } from '../../core/rule-set/rule-set.ts';
import { BENCH_END_MS } from './bench-span.ts';
import { REASONS } from './bench-words.ts';

export interface Prospect {
  readonly createdAtMs: number;
  readonly activityAtMs: Float64Array;
  /** Sum of `INTEREST_BY_TYPE` over its activities. */
  readonly interest: number;
  /** Around 0. */
  readonly fit: number;
}

/** What an activity of each type (the order of `ACTIVITY_TYPES`) says about a wish to buy. */
export const INTEREST_BY_TYPE = [0.1, 0.05, 0.2, 1, 0.6, 0.6, 1.2, 0.8, 0.6, 0.4, 4, -2] as const;

export interface BenchStages {
  /** Leads in order. */
  readonly add: (lead: number, prospect: Prospect) => void;
  readonly finish: () => Stages;
}

export function benchStages(leads: number, random: Random): BenchStages {
  const offsets = sharedInt32(leads + 1);
  const atMs = growingFloat64();
  const stages = growingUint8();
  const amounts = growingFloat64();
  const reasons = growingInt32();
  const push = (instantMs: number, stage: StageName, amount = Number.NaN, reason = MISSING): number => {
    if (instantMs >= BENCH_END_MS) return instantMs;
    atMs.push(instantMs);
    stages.push(STAGE_NAMES.indexOf(stage));
    amounts.push(amount);
    reasons.push(reason);
    return instantMs;
  };
  const daysLater = (low: number, high: number): number =>
    Math.floor((low + random.uniform() * (high - low)) * 86_400) * (DAY_MS / 86_400);
  const reason = (): number => Math.floor(random.uniform() * REASONS.length);

  const work = (workedAtMs: number, warmth: number): void => {
    let at = push(workedAtMs, random.chance(0.5) ? 'mql' : 'sal');
    if (random.chance(0.09)) {
      push(at + daysLater(3, 40), 'recycled', Number.NaN, reason());
      return;
    }
    if (random.chance(0.12)) {
      push(at + daysLater(1, 10), 'rejected', Number.NaN, reason());
      return;
    }
    if (!random.chance(1 / (1 + Math.exp(2.55 - 1.1 * warmth)))) {
      if (random.chance(0.3)) push(at + daysLater(10, 120), 'lost', Number.NaN, reason());
      return;
    }
    at = push(at + daysLater(1, 85), 'sql');
    if (random.chance(0.6)) at = push(at + daysLater(2, 40), 'opportunity');
    if (random.chance(0.3)) push(at + daysLater(5, 90), 'won', random.whole(10, 500) * 100);
    else if (random.chance(0.4)) push(at + daysLater(5, 90), 'lost', Number.NaN, reason());
  };

  return {
    add: (lead, { createdAtMs, activityAtMs, interest, fit }) => {
      const warmth = fit + Math.log1p(Math.max(0, interest)) - 0.9;
      const draw = random.uniform();
      if (draw < 0.004) push(createdAtMs - daysLater(2, 300), 'won', random.whole(10, 500) * 100);
      else if (draw < 0.1 + 0.3 / (1 + Math.exp(-1.2 * warmth))) {
        const seen = activityAtMs[Math.floor(random.uniform() * activityAtMs.length * 0.7)] ?? createdAtMs;
        work(Math.max(createdAtMs, seen) + daysLater(0, 5), warmth);
      }
      offsets[lead + 1] = atMs.length();
    },
    finish: () => {
      const count = atMs.length();
      const shared = { atMs: sharedFloat64(count), stage: sharedUint8(count), amount: sharedFloat64(count) };
      shared.atMs.set(atMs.values());
      shared.stage.set(stages.values());
      shared.amount.set(amounts.values());
      const codes = sharedInt32(count);
      codes.set(reasons.values());
      return { count, offsets, ...shared, reason: { name: 'reason', kind: 'text', cells: REASONS, codes } };
    },
  };
}
