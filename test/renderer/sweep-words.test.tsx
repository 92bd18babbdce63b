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
  isPresentAsGood: false,
  capacityThreshold: null,
  capacityHoldsFrom: null,
  pick: null,
  judged: null,
  stability: { share: 0.28, draws: 300, isStable: false, range: { from: 50, to: 64 }, resamples: 300, seed: 6 },
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

const said = (leastRate: number | null, line = told, capacityPerWeek: number | null = null): string =>
  renderToStaticMarkup(
    <SweepWords
      side={{ side: { kind: 'baseline' }, name: 'v3', whose: 'baseline', mark: 'disc', line, isTold: true }}
      swept={{ ...swept, capacityPerWeek }}
      terms={{ leastRate, valuePerSql: null, costPerLead: null }}
    />,
  ).replaceAll('\u202f', ' ');

describe('where the line is drawn, in words', () => {
  it('tells of how many draws a share is', () =>
    expect(said(null)).toContain(
      'Not settled: of 300 draws of the same leads 8 in 10 put the best at 50–64, 28 % near 50.',
    ));

  it('counts only the draws in which something can be best', () => {
    const stability = { share: 0.7, draws: 190, isStable: true, range: { from: 50, to: 50 }, resamples: 300, seed: 6 };
    expect(said(null, { ...told, stability })).toContain(
      'Stable: of 190 draws of the same leads 70 % put the best within a step of 50.',
    );
  });

  it('tells of a single threshold as one, not as a range from it to itself', () => {
    const alone = { from: 0, to: 0 };
    const stability = { share: 0, draws: 300, isStable: false, range: alone, resamples: 300, seed: 6 };
    const words = said(null, {
      ...told,
      stability,
      best: { by: 'separation', threshold: 0, value: 0.5, standardError: 0, plateau: alone },
    });
    expect(words).toContain('0 tells SQLs from other leads better than 50.');
    expect(words).toContain('Not settled: of 300 draws of the same leads 8 in 10 put the best at 0, 0 % near 50.');
  });

  it('gives back the conversion that sales accepts as it was said, and what is asked of a threshold', () =>
    expect(said(0.995)).toContain('None of these thresholds converts 99.5 % or more of at least 20 known outcomes.'));

  it.each([
    [{ from: 40, to: 60 }, true, '40–60 tell SQLs from other leads equally well; best is 55.'],
    [{ from: 52, to: 60 }, true, '52–60 and 50 tell SQLs from other leads equally well; best is 55.'],
    [{ from: 55, to: 55 }, true, '55 and 50 tell SQLs from other leads equally well; best is 55.'],
    [{ from: 52, to: 60 }, false, '52–60 tell SQLs from other leads better than 50; best is 55.'],
    [{ from: 55, to: 55 }, false, '55 tells SQLs from other leads better than 50.'],
  ])('given the best among %j then a threshold as good as these (%s) is not called worse', (plateau, isGood, words) => {
    const best = { by: 'separation', threshold: 55, value: 0.5, standardError: 0.1, plateau } as const;
    expect(said(null, { ...told, best, isPresentAsGood: isGood })).toContain(words);
  });

  it.each([
    [50, 50, 'Capacity 40 holds from 50 on, nine weeks in ten; no week over it at 50.'],
    [50, 62, 'Capacity 40 holds at 50, not at each threshold above, but from 62 on, nine weeks in ten;'],
    [50, null, 'Capacity 40 holds at 50, but not at each threshold above, nine weeks in ten;'],
    [null, null, 'At none of these thresholds do nine weeks in ten stay within the capacity of 40.'],
  ])(
    'given a capacity that holds at %s first and for good from %s then that is what is said',
    (lowest, from, words) => {
      expect(said(null, { ...told, capacityThreshold: lowest, capacityHoldsFrom: from }, 40)).toContain(words);
    },
  );

  it('says that a best threshold is judged on the leads that chose it, and whether others judge beside', () => {
    const best = {
      by: 'separation',
      threshold: 50,
      value: 0.5,
      standardError: 0.1,
      plateau: { from: 50, to: 50 },
    } as const;
    expect(said(null, { ...told, best })).toContain('Chosen on the leads it is judged on, so likely too good.');
    const [point] = points;
    if (point === undefined) throw new Error('there is a point');
    const present = { threshold: 50, older: point, newer: point, all: point };
    const judged = { splitMs: 0, olderBeforeMs: 0, gapDays: 0, olderSqls: 30, best: null, pick: null, present };
    expect(said(null, { ...told, best, judged })).toContain(', so likely too good: newer ones beside.');
    expect(said(null)).not.toContain('too good');
  });
});
