/** What is said of where the line is drawn. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { LinesSwept, SweptLine } from '../../api/compare-line.ts';
import { itemAt } from '../../core/at.ts';
import { SweepWords } from '../../renderer/features/compare/line/sweep/sweep-words.tsx';
import { lineFrom } from '../core/comparison/line/line-from.ts';

const points = lineFrom([{ threshold: 50, converted: 30, notConverted: 70 }]);
const told: SweptLine = {
  threshold: 50,
  points,
  present: itemAt(points, 0),
  plateau: null,
  best: null,
  capacityThreshold: null,
  pick: null,
  stability: { share: 0.28, isStable: false, range: { from: 50, to: 64 }, resamples: 300, seed: 6 },
};
const swept: LinesSwept = {
  asOfMs: 0,
  leads: 100,
  sqls: 30,
  capacityPerWeek: null,
  meanWonPerSql: null,
  a: null,
  b: told,
  computedInMs: 0,
};

const said = (leastRate: number | null, line = told): string =>
  renderToStaticMarkup(
    <SweepWords
      side={{ side: { kind: 'baseline' }, name: 'v3', whose: 'baseline', line, isTold: true }}
      swept={swept}
      terms={{ leastRate, valuePerSql: null, costPerLead: null }}
    />,
  ).replaceAll('\u202f', ' ');

describe('where the line is drawn, in words', () => {
  it('tells of how many draws a share is', () =>
    expect(said(null)).toContain('Not settled: 50 to 64 are equally good; 50 is near the best in 28 % of 300 draws.'));

  it('tells of a single threshold as one, not as a range from it to itself', () => {
    const alone = { from: 0, to: 0 };
    const stability = { share: 0, isStable: false, range: alone, resamples: 300, seed: 6 };
    const words = said(null, {
      ...told,
      stability,
      best: { by: 'separation', threshold: 0, value: 0.5, standardError: 0, plateau: alone },
    });
    expect(words).toContain('0 tells SQLs from other leads better than 50.');
    expect(words).toContain('Not settled: 0 comes out best; 50 is near the best in 0 % of 300 draws.');
  });

  it('gives back the conversion that sales accepts as it was said, and what is asked of a threshold', () =>
    expect(said(0.995)).toContain('No threshold with 20 known outcomes converts 99.5 % or more.'));
});
