import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohortCalendar } from '../../../core/measures/by-time.ts';
import { frameOf } from '../../../core/measures/frame-of.ts';
import { swapCounts } from '../../../core/measures/swap-set.ts';
import { replayReference } from '../../../core/reference/replay-reference.ts';
import { compileReplay } from '../../../core/replay/compile.ts';
import { createReplayEngine } from '../../../services/replay/packed/replay-engine.ts';
import { createReplaySession } from '../../../services/replay/replay-session.ts';
import { historyOf } from '../../support/history-of.ts';
import { type ReplayCase, randomCase } from '../../support/random-case.ts';
import { replayDifferences } from '../../support/replay-differences.ts';
import { ruleSetFrom } from '../../support/rule-set-from.ts';

const RUNS = 2000;
const FRAMES = 700;
const SEED = 20_251_123;

describe('the replay engine', () => {
  it('answers as the reference engine, lead by lead', () => {
    fc.assert(
      fc.property(randomCase(), ({ history, ruleSet, options }) => {
        const engine = createReplayEngine();
        const compiled = () => compileReplay(history, ruleSet, options);
        const levels = engine.levels({ side: 'scenario', ruleSet, options, compiled });
        const reference = replayReference(history, ruleSet, options);
        expect(replayDifferences({ ...reference, levels }, reference)).toEqual([]);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('answers the peaks of one level as those of all levels', () => {
    fc.assert(
      fc.property(randomCase(), ({ history, ruleSet, options }) => {
        const request = {
          side: 'scenario',
          ruleSet,
          options,
          compiled: () => compileReplay(history, ruleSet, options),
        } as const;
        const engine = createReplayEngine();
        const peaks = ruleSet.levels.map((_, level) => engine.peaks(request, level));
        expect(peaks).toEqual(engine.levels(request).map(({ peak }) => peak));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('counts a frame as the measures count it off the reference engine', () => {
    fc.assert(
      fc.property(randomCase(), randomCase(), fc.nat(2), (question, other, level) => {
        const { history, ruleSet, options } = question;
        const baseline = other.ruleSet;
        const id = ruleSet.levels[level % ruleSet.levels.length]?.id ?? '';
        const session = createReplaySession(history, () => 0);
        const asked = session.frame({ scenario: ruleSet, baseline, level: id, options });
        const reference = replayReference(history, ruleSet, options);
        const ofBaseline = replayReference(history, baseline, options);
        const calendar = cohortCalendar(history, reference.facts);
        expect(asked.scenario).toEqual(almost(frameOf(reference, ruleSet, id, calendar, asked.scenario.warnings)));
        expect(asked.baseline).toEqual(almost(frameOf(ofBaseline, baseline, id, calendar, asked.baseline.warnings)));
        const index = (levels: ReplayCase['ruleSet']['levels']): number => levels.findIndex((one) => one.id === id);
        expect(asked.swap).toEqual(
          almost(swapCounts(reference, index(ruleSet.levels), ofBaseline, index(baseline.levels))),
        );
      }),
      { numRuns: FRAMES, seed: SEED },
    );
  });
});

describe('cases in which the packed kernel once differed', () => {
  it('a linear decay that ends before 1970, when hours are negative, ends on its hour', () => {
    const at = ['1969-12-20T23:00:00Z', '1969-12-22T23:00:00Z'];
    const history = historyOf({
      leads: [{ created: '1969-12-20', activities: at.map((instant) => ({ at: instant, type: 'call' })) }],
    });
    const decay = { kind: 'linear', days: 1 };
    const ruleSet = ruleSetFrom({
      rules: [{ id: 'call', name: 'Call', kind: 'activity', dimension: 'engagement', points: 100, on: {}, decay }],
      total: {},
    });
    const engine = createReplayEngine();
    const options = { horizon: 'outcome' } as const;
    const [mql] = engine.levels({
      side: 'scenario',
      ruleSet,
      options,
      compiled: () => compileReplay(history, ruleSet, options),
    });
    expect(mql?.peak).toEqual(Float64Array.of(100));
    expect(mql?.reachedAtMs).toEqual(Float64Array.of(Date.parse(at[0] ?? '')));
  });
});

describe('a rule set that no packing can serve', () => {
  it('is packed once, and from then on replayed by the plain kernel without asking again', () => {
    const calls = Array.from({ length: 1_100 }, (_, minute) => ({
      at: new Date(Date.UTC(2025, 0, 1, 0, minute)).toISOString(),
      type: 'call',
    }));
    const history = historyOf({ leads: [{ created: '2025-01-01', activities: calls }] });
    const ruleSetWith = (points: number) =>
      ruleSetFrom({
        rules: [{ id: 'call', name: 'Call', kind: 'activity', dimension: 'engagement', points, on: {}, max: 1_090 }],
        total: {},
      });
    const options = { horizon: 'outcome' } as const;
    const asked: number[] = [];
    let packed = 0;
    const engine = createReplayEngine({ onProgress: ({ phase }) => (packed += Number(phase === 'packing')) });
    const compiled = compileReplay(history, ruleSetWith(1), options);
    for (const points of [1, 2, 3]) {
      const [mql] = engine.levels({
        side: 'scenario',
        ruleSet: ruleSetWith(points),
        options,
        compiled: () => compiled,
      });
      asked.push(mql?.peak[0] ?? 0);
    }
    expect(asked).toEqual([1_090, 2_180, 3_270]);
    expect(packed).toBe(1);
  });
});

/** Real numbers within 1e-9 × max(1, |x|), as REPLAY.md has it. */
const almost = (value: unknown): unknown => {
  if (typeof value === 'number' && !Number.isInteger(value)) return closeTo(value);
  if (Array.isArray(value)) return value.map(almost);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, almost(part)]));
};

const closeTo = (wanted: number) => ({
  asymmetricMatch: (given: unknown): boolean =>
    typeof given === 'number' && Math.abs(given - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted)),
});
