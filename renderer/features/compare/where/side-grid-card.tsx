import { type ReactNode, useState } from 'react';
import type { SideGrid } from '../../../../api/compare-where.ts';
import { LEAST_OBSERVED } from '../../../../core/comparison/where/row-figures.ts';
import { ChartCard } from '../../../charts/chart-card.tsx';
import type { ChartTable } from '../../../charts/chart-table.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { Segments } from '../../../components/fields/segments.tsx';
import { Swatch } from '../../../components/marks.tsx';
import { type Messages, useMessages } from '../../../i18n/messages.tsx';
import { useAnswer } from '../../../stores/use-answer.ts';
import type { CompareFocus, NamedSide } from '../compare-focus.ts';
import { inPoints } from './figures-table.ts';
import { gradeName, SideGridChart } from './side-grid-chart.tsx';

type Which = 'a' | 'b';
type Grid = Extract<SideGrid, { readonly kind: 'grid' }>;

/** Leads by grade in one side's own dimensions: shade and words say how each cell converted. */
export const SideGridCard = ({ focus }: { readonly focus: CompareFocus }) => {
  const { t } = useMessages();
  const [which, setWhich] = useState<Which>('b');
  const shown = focus[which];
  const { answer, failure, retry } = useAnswer('compare.grid', (key) => ({
    side: shown.side,
    options: focus.options,
    key,
  }));
  const tools = (
    <Segments
      label={t('compare-where.grid.of')}
      value={which}
      choices={(['b', 'a'] as const).map((one) => ({ value: one, label: focus[one].name }))}
      onChange={setWhich}
    />
  );
  if (failure !== null) return <FailureNotice failure={failure} onRetry={retry} />;
  if (answer === null)
    return (
      <p className="compare-working secondary" role="status">
        {t('compare.working')}
      </p>
    );
  return <AnsweredCard answer={answer} shown={shown} tools={tools} />;
};

const AnsweredCard = (props: { readonly answer: SideGrid; readonly shown: NamedSide; readonly tools: ReactNode }) => {
  const { answer, shown, tools } = props;
  const messages = useMessages();
  const { t } = messages;
  const isGrid = answer.kind === 'grid';
  const question = isGrid ? questionOf(answer, messages) : t('compare-where.grid.noDimensions');
  return (
    <div className="where-cell" data-whose={shown.whose}>
      <ChartCard
        className="split-card"
        question={question}
        legend={[{ mark: <Swatch kind="hatch" />, label: t('compare-where.grid.few', { least: LEAST_OBSERVED }) }]}
        tools={tools}
        table={isGrid ? tableOf(answer, messages) : { columns: [], rows: [] }}
        reason={
          isGrid
            ? answer.grid.all.leads === 0
              ? t('compare-where.grid.noLeads')
              : undefined
            : t('compare-where.grid.handover')
        }
        note={t('compare-where.grid.highest')}
      >
        {(width, height) =>
          isGrid ? <SideGridChart answer={answer} width={width} height={height} title={question} /> : null
        }
      </ChartCard>
    </div>
  );
};

const questionOf = ({ rows, columns }: Grid, { t }: Messages): string =>
  rows === null
    ? t('compare-where.grid.questionOne', { columns })
    : t('compare-where.grid.question', { rows, columns });

const tableOf = ({ grid }: Grid, { t }: Messages): ChartTable => ({
  columns: [
    t('compare-where.grid.column.cell'),
    t('compare-where.grid.column.leads'),
    t('compare-where.grid.column.observed'),
    t('compare-where.grid.column.converted'),
    t('compare-where.grid.column.rate'),
    t('compare-where.grid.column.low'),
    t('compare-where.grid.column.high'),
  ],
  rows: grid.cells.flatMap((cells, row) =>
    cells.map(({ leads, observed, converted, rate, interval }, column) => {
      const isTold = observed >= LEAST_OBSERVED;
      return [
        gradeName(grid.axes.rows === null ? null : row, column),
        leads,
        observed,
        converted,
        isTold ? inPoints(rate) : null,
        isTold ? inPoints(interval?.[0]) : null,
        isTold ? inPoints(interval?.[1]) : null,
      ];
    }),
  ),
});
