import { ChartCard } from '../../../../charts/chart-card.tsx';
import type { ChartTable } from '../../../../charts/chart-table.ts';
import { inPercent } from '../../../../charts/in-percent.ts';
import { Swatch } from '../../../../components/marks.tsx';
import { type Messages, useMessages } from '../../../../i18n/messages.tsx';
import type { CourseView } from '../course-sides.ts';
import { sideLegend } from '../side-line.tsx';
import { FunnelChart } from './funnel-chart.tsx';
import { isFew, stepName } from './step-words.ts';

/** From lead to won: how many of both sides come how far. */
export const FunnelCard = ({ view }: { readonly view: CourseView }) => {
  const messages = useMessages();
  const { t } = messages;
  const { sides, levelName } = view;
  const steps = sides.flatMap(({ course }) => course.funnel);
  return (
    <ChartCard
      question={t('compare-course.funnel')}
      legend={[
        ...sideLegend(sides),
        ...(steps.some(({ unobserved }) => unobserved > 0)
          ? [{ mark: <Swatch kind="hatch" />, label: t('compare-course.neverGiven') }]
          : []),
        ...(steps.some(({ immature }) => immature > 0)
          ? [{ mark: <Swatch kind="dots" />, label: t('what-if.tooEarly') }]
          : []),
      ]}
      table={tableOf(view, messages)}
      reason={
        sides.every(({ course }) => course.funnel.every(({ step, leads }) => step === 'leads' || leads === 0))
          ? t('compare-course.reason.nobody', { level: levelName })
          : undefined
      }
    >
      {(width, height) => <FunnelChart sides={sides} levelName={levelName} width={width} height={height} />}
    </ChartCard>
  );
};

const tableOf = ({ sides, levelName }: CourseView, messages: Messages): ChartTable => {
  const { t } = messages;
  return {
    columns: [
      t('compare-course.columnStep'),
      t('compare-course.columnLeads'),
      t('compare-course.columnPassed'),
      t('compare-course.columnOf'),
      t('what-if.columnRate'),
      t('what-if.columnLow'),
      t('what-if.columnHigh'),
      t('what-if.columnUnobserved'),
      t('what-if.columnImmature'),
    ],
    rows: sides.flatMap(({ name, course }) =>
      course.funnel.map((step) => [
        t('compare-course.stepOf', { name, step: stepName(step, levelName, messages) }),
        step.leads,
        step.passed,
        step.of,
        isFew(step) ? null : inPercent(step.rate),
        isFew(step) ? null : inPercent(step.interval?.[0]),
        isFew(step) ? null : inPercent(step.interval?.[1]),
        step.unobserved,
        step.immature,
      ]),
    ),
  };
};
