import { type ReactNode, useState } from 'react';
import type { SideGrid } from '../../../../api/compare-where.ts';
import { LEAST_KNOWN } from '../../../../core/measures/least-counts.ts';
import { ChartCard } from '../../../charts/chart-card.tsx';
import type { ChartTable } from '../../../charts/chart-table.ts';
import { inPercent } from '../../../charts/in-percent.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { Segments } from '../../../components/fields/segments.tsx';
import { Swatch } from '../../../components/marks.tsx';
import { type Messages, useMessages } from '../../../i18n/messages.tsx';
import { useAnswer } from '../../../stores/use-answer.ts';
import type { CompareFocus, NamedSide } from '../compare-focus.ts';
import { gradeName, SideGridChart } from './side-grid-chart.tsx';

type Which = 'a' | 'b';
type Grid = Extract<SideGrid, { readonly kind: 'grid' }>;

/** Leads by grade in one side's own dimensions: shade and words say how each cell converted. */
export const SideGridCard = ({ focus }: { readonly focus: CompareFocus }) => {
  const { t } = useMessages();
  const [which, setWhich] = useState<Which>('b');
  const { options } = focus;
  const shown = focus[which];
  // An answer each, so that no side is ever shown under the other's name.
  const grids = {
    a: useAnswer('compare.grid', which === 'a' ? (key) => ({ side: focus.a.side, options, key }) : null),
    b: useAnswer('compare.grid', which === 'b' ? (key) => ({ side: focus.b.side, options, key }) : null),
  };
  const { answer, failure, retry } = grids[which];
  const tools = (
    <Segments
      label={t('compare-where.grid.of')}
      value={which}
      choices={(['b', 'a'] as const).map((one) => ({ value: one, label: focus[one].name }))}
      onChange={setWhich}
    />
  );
  if (failure !== null) return <FailureNotice failure={failure} onRetry={retry} />;
  return <AnsweredCard answer={answer} shown={shown} tools={tools} />;
};

const AnsweredCard = (props: {
  readonly answer: SideGrid | null;
  readonly shown: NamedSide;
  readonly tools: ReactNode;
}) => {
  const { answer, shown, tools } = props;
  const messages = useMessages();
  const { t } = messages;
  const grid = answer?.kind === 'grid' ? answer : null;
  const question = grid !== null ? questionOf(grid, messages) : t('compare-where.grid.noDimensions');
  return (
    <div className="where-cell" data-whose={shown.whose}>
      <ChartCard
        className="split-card"
        question={question}
        legend={[{ mark: <Swatch kind="hatch" />, label: t('compare-where.grid.few', { least: LEAST_KNOWN }) }]}
        tools={tools}
        table={grid !== null ? tableOf(grid, messages) : { columns: [], rows: [] }}
        reason={reasonOf(answer, messages)}
        note={t('compare-where.grid.highest')}
      >
        {(width, height) =>
          grid === null ? null : <SideGridChart answer={grid} width={width} height={height} title={question} />
        }
      </ChartCard>
    </div>
  );
};

function reasonOf(answer: SideGrid | null, { t }: Messages): string | undefined {
  if (answer === null) return t('compare.working');
  if (answer.kind === 'handover') return t('compare-where.grid.handover');
  return answer.grid.all.leads === 0 ? t('compare-where.grid.noLeads') : undefined;
}

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
      const isTold = observed >= LEAST_KNOWN;
      return [
        gradeName(grid.axes.rows === null ? null : row, column),
        leads,
        observed,
        converted,
        isTold ? inPercent(rate) : null,
        isTold ? inPercent(interval?.[0]) : null,
        isTold ? inPercent(interval?.[1]) : null,
      ];
    }),
  ),
});
