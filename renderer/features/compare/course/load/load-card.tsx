import { ChartCard } from '../../../../charts/chart-card.tsx';
import { type ChartTable, NO_FIGURES } from '../../../../charts/chart-table.ts';
import { type Messages, useMessages } from '../../../../i18n/messages.tsx';
import type { CourseSide, CourseView } from '../course-sides.ts';
import { sideLegend } from '../side-line.tsx';
import { LoadChart } from './load-chart.tsx';

/** Two years: more weeks than this would be hairs. The table has them all. */
const MOST_WEEKS = 104;

/** Can sales keep up? */
export const LoadCard = ({ view }: { readonly view: CourseView }) => {
  const messages = useMessages();
  const { t } = messages;
  const { sides, levelName } = view;
  const capacityPerWeek = sides[0].course.load.capacity?.perWeek ?? null;
  const weeks = sides[0].course.weeks.length;
  return (
    <ChartCard
      question={t('compare-course.load')}
      legend={sideLegend(sides)}
      table={view.hasDates ? tableOf(sides, messages) : NO_FIGURES}
      reason={reasonOf(view, messages)}
      note={noteOf(sides, messages)}
    >
      {(width, height) => (
        <LoadChart
          sides={sides}
          firstWeek={Math.max(0, weeks - MOST_WEEKS)}
          capacityPerWeek={capacityPerWeek}
          levelName={levelName}
          width={width}
          height={height}
        />
      )}
    </ChartCard>
  );
};

const reasonOf = ({ hasDates, sides, levelName }: CourseView, { t }: Messages): string | undefined => {
  if (!hasDates) return t('compare-course.reason.noDates');
  return sides.every(({ course }) => course.load.mean === 0)
    ? t('compare-course.reason.nobody', { level: levelName })
    : undefined;
};

const noteOf = (sides: readonly CourseSide[], messages: Messages): string => {
  const { t, format } = messages;
  if (sides[0]?.course.load.capacity === null) return t('compare-course.noCapacity');
  // A hundred leads a week need no tenths.
  const weekly = (leads: number) => format.decimal(leads, leads < 100 ? 1 : 0);
  return sides
    .map(({ name, course }) => {
      const { mean, p90, weeks, capacity } = course.load;
      return t('compare-course.loadNote', {
        name,
        mean: weekly(mean),
        p90: weekly(p90),
        over: capacity?.weeksOver ?? 0,
        weeks,
        highest: format.decimal(capacity?.highestQueue ?? 0, 0),
        end: format.decimal(capacity?.queueAtEnd ?? 0, 0),
      });
    })
    .join(' ');
};

const tableOf = (sides: readonly CourseSide[], { t, format }: Messages): ChartTable => ({
  columns: [
    t('compare-course.columnWeek'),
    ...sides.flatMap(({ name }) => [
      t('compare-course.columnReached', { name }),
      t('compare-course.columnQueue', { name }),
    ]),
  ],
  rows: (sides[0]?.course.weeks ?? []).map(({ startMs }, index) => [
    format.date(startMs),
    ...sides.flatMap(({ course }) => {
      const week = course.weeks[index];
      return [week?.leads ?? null, week?.queue ?? null];
    }),
  ]),
});
