import { expect, it } from 'vitest';
import { bestPairs } from '../../../core/profile/level-pairs.ts';
import { benchHistory } from '../../bench/bench-history.ts';
import { ownTimeMs } from '../../support/own-time.ts';
import { countedProfile } from './profile-of.ts';

it('given 100,000 leads and a million activities then the profile is there in less than two seconds, pairs too', () => {
  const history = benchHistory(104_000);
  expect(history.activities.count).toBeGreaterThan(950_000);
  const startMs = ownTimeMs();
  const counted = countedProfile(history, { options: { horizon: 'handover' } });
  const pairs = bestPairs(counted);
  const tookMs = ownTimeMs() - startMs;
  expect(counted.profile.observed).toBeGreaterThan(10_000);
  expect(pairs.length).toBeGreaterThan(0);
  expect(tookMs).toBeLessThan(2_000);
});
