import { LEAST_SQLS } from '../../../../../core/measures/least-counts.ts';
import { ChartCard } from '../../../../charts/chart-card.tsx';
import { type ChartTable, NO_FIGURES } from '../../../../charts/chart-table.ts';
import { inPercent } from '../../../../charts/in-percent.ts';
import { Swatch } from '../../../../components/marks.tsx';
import { type Messages, useMessages } from '../../../../i18n/messages.tsx';
import { SideDot } from '../../side-mark/side-dot.tsx';
import type { CourseSide, CourseView } from '../course-sides.ts';
import { CohortsChart } from './cohorts-chart.tsx';

/** Does it hold month by month? Leads by the month in which they reach the level. */
export const CohortsCard = ({ view }: { readonly view: CourseView }) => {
  const messages = useMessages();
  const { t } = messages;
  const { sides } = view;
  const cells = sides.flatMap(({ course }) => course.months);
  return (
    <ChartCard
      question={t('what-if.months')}
      legend={[
        ...sides.map((side) => ({ mark: <MonthKey side={side} />, label: side.name })),
        ...(cells.some(({ unobserved }) => unobserved > 0)
          ? [{ mark: <Swatch kind="hatch" />, label: t('what-if.notWorked') }]
          : []),
        ...(cells.some(({ immature }) => immature > 0)
          ? [{ mark: <Swatch kind="dots" />, label: t('what-if.tooEarly') }]
          : []),
      ]}
      table={view.hasDates ? tableOf(view, messages) : NO_FIGURES}
      reason={reasonOf(view, messages)}
    >
      {(width, height) => <CohortsChart sides={sides} width={width} height={height} />}
    </ChartCard>
  );
};

const MonthKey = ({ side }: { readonly side: CourseSide }) => (
  <svg width="12" height="14" aria-hidden="true" data-whose={side.whose}>
    <path d="M6 0v14" stroke="var(--whose)" strokeWidth="1.5" />
    <SideDot side={side} x={6} y={7} radius={3} isHollow={!side.isTold} />
  </svg>
);

const reasonOf = ({ hasDates, sides, levelName }: CourseView, { t }: Messages): string | undefined => {
  if (!hasDates) return t('compare-course.reason.noDates');
  const cells = sides.flatMap(({ course }) => course.months);
  if (cells.every(({ leads }) => leads === 0)) return t('compare-course.reason.nobody', { level: levelName });
  const sqls = sides.map(({ course }) => course.months.reduce((sum, { converted }) => sum + converted, 0));
  return Math.max(...sqls) < LEAST_SQLS ? t('compare-course.reason.fewSqls', { least: LEAST_SQLS }) : undefined;
};

const tableOf = ({ sides }: CourseView, { t, format }: Messages): ChartTable => ({
  columns: [
    t('what-if.columnMonth'),
    ...sides.flatMap(({ name }) => [
      t('compare-course.columnReached', { name }),
      t('compare-course.columnKnown', { name }),
      t('compare-course.columnSqls', { name }),
      t('compare-course.columnNotWorked', { name }),
      t('compare-course.columnEarly', { name }),
      t('compare-course.columnShare', { name }),
      t('compare-course.columnLow', { name }),
      t('compare-course.columnHigh', { name }),
    ]),
  ],
  rows: (sides[0]?.course.months ?? []).map(({ startMs }, index) => [
    format.monthAndYear(startMs),
    ...sides.flatMap(({ course }) => {
      const cell = course.months[index];
      return [
        cell?.leads ?? null,
        cell?.observed ?? null,
        cell?.converted ?? null,
        cell?.unobserved ?? null,
        cell?.immature ?? null,
        inPercent(cell?.rate),
        inPercent(cell?.interval?.[0]),
        inPercent(cell?.interval?.[1]),
      ];
    }),
  ]),
});
