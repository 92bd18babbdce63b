import { describe, expect, it } from 'vitest';
import { demoHistory } from '../../../core/demo/demo-history.ts';
import { createRandom } from '../../../core/demo/random.ts';
import { suggest } from '../../../core/suggest/suggest.ts';
import { boxOf, learned, rowsWhere } from '../../support/learned.ts';
import { ownTimeMs } from '../../support/own-time.ts';
import { PLAIN_QUESTION } from '../../support/worked-leads.ts';

describe('on 30,000 leads', () => {
  it('forty features are learned from within ten seconds', () => {
    const random = createRandom(5);
    const rows = Array.from({ length: 30_000 }, () => Array.from({ length: 40 }, () => random.chance(0.3)));
    const data = {
      leads: new Int32Array(rows.length).fill(1),
      converted: Int32Array.from(rows, (has) =>
        random.chance(
          1 / (1 + Math.exp(3 - has.reduce((sum, one, place) => sum + (one ? (place % 7) / 6 - 0.3 : 0), 0))),
        )
          ? 1
          : 0,
      ),
      given: null,
      features: Array.from({ length: 40 }, (_, place) => rowsWhere(rows, (has) => has[place] === true)),
    };
    const beganMs = ownTimeMs();
    expect(learned(data, boxOf(data, 10, 10, 5))[0]?.features).toHaveLength(10);
    expect(ownTimeMs() - beganMs).toBeLessThan(10_000);
  });

  it('the whole work takes less than ten seconds, and no step so long that a cancel would wait a second', () => {
    const demo = demoHistory({ leads: 30_000, seed: 4 });
    if (demo === null) throw new Error('nobody cancels');
    const beganMs = ownTimeMs();
    let longestMs = 0;
    let lastMs = beganMs;
    const answer = suggest(demo.history, PLAIN_QUESTION, () => {
      longestMs = Math.max(longestMs, ownTimeMs() - lastMs);
      lastMs = ownTimeMs();
      return true;
    });
    expect(answer?.ok).toBe(true);
    expect(ownTimeMs() - beganMs).toBeLessThan(10_000);
    expect(longestMs).toBeLessThan(1_000);
  }, 60_000);
});
