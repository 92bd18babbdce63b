import type { CurvePoint } from '../../../../../api/compare-course.ts';
import { LEAST_SQLS } from '../../../../../core/measures/least-counts.ts';
import { ChartCard } from '../../../../charts/chart-card.tsx';
import type { ChartTable } from '../../../../charts/chart-table.ts';
import { inPercent } from '../../../../charts/in-percent.ts';
import { Swatch } from '../../../../components/marks.tsx';
import type { MessageId } from '../../../../i18n/catalogue.ts';
import { type Messages, useMessages } from '../../../../i18n/messages.tsx';
import type { CourseSide, CourseView } from '../course-sides.ts';
import { sideLegend } from '../side-line.tsx';
import { CurveChart } from './curve-chart.tsx';

/** How soon do they become SQLs? A side with too few SQLs is told in counts only. */
export const CurveCard = ({ view }: { readonly view: CourseView }) => {
  const messages = useMessages();
  const { t } = messages;
  const drawn = view.sides.filter(({ course }) => course.curve.sqls >= LEAST_SQLS);
  return (
    <ChartCard
      question={t('compare-course.curve')}
      legend={[...sideLegend(drawn), { mark: <Swatch kind="band" />, label: t('what-if.interval95') }]}
      table={tableOf(view, messages)}
      reason={reasonOf(view, drawn.length, messages)}
      note={noteOf(view, messages)}
    >
      {(width, height) => <CurveChart sides={drawn} untilDays={view.untilDays} width={width} height={height} />}
    </ChartCard>
  );
};

const reasonOf = (view: CourseView, drawn: number, { t }: Messages): string | undefined => {
  if (!view.hasDates) return t('compare-course.reason.noDates');
  if (drawn > 0) return undefined;
  if (view.sides.every(({ course }) => course.curve.leads + course.curve.notTaken === 0))
    return t('compare-course.reason.nobody', { level: view.levelName });
  if (isNobodyTaken(view)) return t('compare-course.reason.notTaken', { level: view.levelName });
  return t('compare-course.reason.fewSqls', { least: LEAST_SQLS });
};

const isNobodyTaken = ({ sides }: CourseView): boolean => sides.every(({ course }) => course.curve.leads === 0);

/** How fast, and what the curves leave out; each side's figures in the order of the legend. */
const noteOf = ({ sides }: CourseView, { t, format }: Messages): string => {
  const few = sides.filter(({ course }) => course.curve.sqls < LEAST_SQLS);
  const drawn = sides.filter(({ course }) => course.curve.sqls >= LEAST_SQLS);
  const notTaken = sides.map(({ course }) => course.curve.notTaken);
  return [
    ...few.map(({ name, course: { curve } }) =>
      t('compare-course.curveFew', { name, sqls: curve.sqls, leads: format.count(curve.leads) }),
    ),
    ...drawn.map(({ name, course: { curve } }) =>
      t('compare-course.median', {
        name,
        days: curve.medianDays === null ? '–' : format.decimal(tenthUp(curve.medianDays)),
      }),
    ),
    ...(Math.max(...notTaken) > 0
      ? [
          t('compare-course.notTaken', {
            told: format.count(notTaken[0] ?? 0),
            against: format.count(notTaken[1] ?? 0),
          }),
        ]
      : []),
  ].join(' ');
};

/** Rounded down, fewer than half would convert within it. */
const tenthUp = (days: number): number => Math.ceil(days * 10) / 10;

/** Of a side with few SQLs the counts only. */
const tableOf = (view: CourseView, { t }: Messages): ChartTable => {
  const { sides } = view;
  const told = sides.map((side) => ({ ...side, columns: figuresOf(side) }));
  return {
    columns: [
      t('compare-course.columnAge'),
      ...told.flatMap(({ name, columns }) => columns.map(({ heading }) => t(heading, { name }))),
    ],
    rows:
      !view.hasDates || isNobodyTaken(view)
        ? []
        : sides[0].course.curve.points.map(({ day }, index) => [
            day,
            ...told.flatMap(({ course, columns }) => {
              const point = course.curve.points[index];
              return columns.map(({ of }) => (point === undefined ? null : of(point)));
            }),
          ]),
  };
};

interface CurveColumn {
  readonly heading: MessageId;
  readonly of: (point: CurvePoint) => number | null;
}

const COUNTS: readonly CurveColumn[] = [
  { heading: 'compare-course.columnSqls', of: ({ sqls }) => sqls },
  { heading: 'compare-course.columnLost', of: ({ lost }) => lost },
  { heading: 'compare-course.columnOpen', of: ({ atRisk }) => atRisk },
];
const RATES: readonly CurveColumn[] = [
  { heading: 'compare-course.columnShare', of: ({ share }) => inPercent(share) },
  { heading: 'compare-course.columnLow', of: ({ interval }) => inPercent(interval?.[0]) },
  { heading: 'compare-course.columnHigh', of: ({ interval }) => inPercent(interval?.[1]) },
  { heading: 'compare-course.columnLostShare', of: ({ lostShare }) => inPercent(lostShare) },
];

const figuresOf = ({ course }: CourseSide): readonly CurveColumn[] =>
  course.curve.sqls < LEAST_SQLS ? COUNTS : [...COUNTS, ...RATES];
