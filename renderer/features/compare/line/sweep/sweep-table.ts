import type { LinePoint } from '../../../../../api/compare-line.ts';
import type { ChartTable } from '../../../../charts/chart-table.ts';
import { inPercent } from '../../../../charts/in-percent.ts';
import type { Messages } from '../../../../i18n/messages.tsx';
import type { LineSide } from '../line-sides.ts';
import { pointAt } from './sweep-scales.ts';

const FIGURES: readonly (readonly [
  'reached' | 'weekly' | 'p90' | 'over' | 'observed' | 'converted' | 'rate' | 'low' | 'high' | 'recall' | 'profit',
  (point: LinePoint) => number | null,
])[] = [
  ['reached', ({ reached }) => reached],
  ['weekly', ({ perWeek }) => hundredths(perWeek)],
  ['p90', ({ p90PerWeek }) => hundredths(p90PerWeek)],
  ['over', ({ weeksOverCapacity }) => weeksOverCapacity],
  ['observed', ({ observed }) => observed],
  ['converted', ({ converted }) => converted],
  ['rate', ({ rate }) => inPercent(rate)],
  ['low', ({ interval }) => inPercent(interval?.[0])],
  ['high', ({ interval }) => inPercent(interval?.[1])],
  ['recall', ({ recall }) => inPercent(recall)],
  ['profit', ({ profit }) => profit],
];

/** Every figure of every threshold that is drawn. */
export const sweepTable = (sides: readonly LineSide[], { t }: Messages): ChartTable => {
  const thresholds = [...new Set(sides.flatMap(({ line }) => line.points.map(({ threshold }) => threshold)))].sort(
    (one, other) => one - other,
  );
  return {
    columns: [
      t('what-if.columnThreshold'),
      ...sides.flatMap(({ name }) =>
        FIGURES.map(([figure]) => t('compare-line.column', { name, figure: t(`compare-line.figure.${figure}`) })),
      ),
    ],
    rows: thresholds.map((threshold) => [
      threshold,
      ...sides.flatMap(({ line }) => {
        const point = pointAt(line.points, threshold);
        return FIGURES.map(([, of]) => (point === undefined ? null : of(point)));
      }),
    ]),
  };
};

const hundredths = (value: number): number => Math.round(value * 100) / 100;
