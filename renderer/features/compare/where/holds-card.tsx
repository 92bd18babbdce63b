import type { Holds, HoldsPart, HoldsRow } from '../../../../api/compare-where.ts';
import { LEAST_SQLS } from '../../../../core/measures/least-counts.ts';
import { ChartCard } from '../../../charts/chart-card.tsx';
import type { ChartTable } from '../../../charts/chart-table.ts';
import { inPercent } from '../../../charts/in-percent.ts';
import { Segments } from '../../../components/fields/segments.tsx';
import { Swatch } from '../../../components/marks.tsx';
import { type Messages, useMessages } from '../../../i18n/messages.tsx';
import type { CompareFocus } from '../compare-focus.ts';
import { figuresTable } from './figures-table.ts';
import { VerdictWords } from './holds-words.tsx';
import { Against, AgainstKey, Estimate, EstimateKey, NoFigure } from './marks.tsx';
import { isTooEarly, rowName } from './row-name.ts';
import { type PlotRow, RowPlot } from './row-plot.tsx';
import type { PartKind } from './where-choices.ts';

/** The difference within each month, source or region, and what is left of it without each. */
export const HoldsCard = (props: {
  readonly focus: CompareFocus;
  readonly holds: Holds;
  readonly chosen: PartKind;
  readonly onChoose: (kind: PartKind) => void;
}) => {
  const { focus, holds, chosen, onChoose } = props;
  const messages = useMessages();
  const { t, format } = messages;
  const part = holds.parts.find(({ by }) => by.kind === chosen) ?? holds.parts[0];
  if (part === undefined) return null;
  const { a, b } = focus;
  const question = t('compare-where.holds.question');
  const all = holds.all.difference;
  const rows = [...(all === null ? [] : [allRow(holds, messages)]), ...part.rows.map((row) => plotRow(row, messages))];
  return (
    <ChartCard
      className="split-card"
      question={question}
      legend={[
        { mark: <EstimateKey />, label: t('compare-where.holds.difference', { a: a.name, b: b.name }) },
        { mark: <AgainstKey />, label: t('compare-where.holds.without') },
        ...(part.rows.some(({ difference }) => difference === null)
          ? [{ mark: <Swatch kind="hatch" />, label: t('compare-where.holds.fewKey') }]
          : []),
      ]}
      tools={
        <Segments
          label={t('compare-where.holds.by')}
          value={part.by.kind}
          choices={holds.parts.map(({ by: { kind } }) => ({ value: kind, label: t(`compare-where.holds.by.${kind}`) }))}
          onChange={onChoose}
        />
      }
      table={tableOf(part, focus, messages)}
      reason={all === null ? reasonOf(holds, focus, messages) : undefined}
      note={<VerdictWords part={part} all={holds.all} focus={focus} />}
    >
      {(width, height) => (
        <RowPlot
          rows={rows}
          width={width}
          height={height}
          title={question}
          figureHead={t('compare-where.points')}
          ends={endsOf(part, holds)}
          tickName={(difference) => (difference === 0 ? '0' : format.signed(difference * 100))}
          lines={{ zero: 0, all: all?.difference ?? null }}
        />
      )}
    </ChartCard>
  );
};

function reasonOf({ all }: Holds, { a, b, levelName }: CompareFocus, { t }: Messages): string {
  const names = { a: a.name, b: b.name };
  return all.a.leads === 0 && all.b.leads === 0
    ? t('compare-where.noLeads', { ...names, level: levelName })
    : t('compare-where.fewSqls', { ...names, least: LEAST_SQLS });
}

/** Symmetric about nothing: only as wide as what is drawn, and zero is always on it. */
function endsOf({ rows }: HoldsPart, { all }: Holds): readonly [number, number] {
  const drawn = [all.difference, ...rows.flatMap(({ difference, without }) => [difference, without])];
  const figures = drawn.flatMap((one) => (one === null ? [] : [one.difference, ...(one.interval ?? [])]));
  return [Math.min(-0.02, ...figures), Math.max(0.02, ...figures)];
}

function allRow({ all }: Holds, messages: Messages): PlotRow {
  const name = messages.t('compare-where.row.all');
  return { ...markedRow({ key: 'all', name, figures: all, without: null }, messages), isStrong: true };
}

function plotRow(row: HoldsRow, messages: Messages): PlotRow {
  const { of, without } = row;
  return markedRow({ key: JSON.stringify(of), name: rowName(of, messages), figures: row, without }, messages);
}

function markedRow(
  row: {
    readonly key: string;
    readonly name: string;
    readonly figures: Pick<HoldsRow, 'a' | 'b' | 'difference'>;
    readonly without: HoldsRow['without'];
  },
  { t, format }: Messages,
): PlotRow {
  const { key, name, figures, without } = row;
  const { a, b, difference } = figures;
  const isEarly = isTooEarly(a) && isTooEarly(b);
  const few = t(isEarly ? 'compare-where.tooEarly' : 'compare-where.holds.few');
  const count = t('compare-where.n', { b: format.count(b.observed), a: format.count(a.observed) });
  return {
    key,
    name,
    count,
    figure: difference === null ? '' : format.signedPoints(difference.difference),
    words: [name, count, difference === null ? few : format.signedPoints(difference.difference)].join(', '),
    marks: ({ x, y, left, isLow }) => (
      <>
        {difference === null ? (
          <NoFigure from={left} y={isLow ? y : y - 4} isTooEarly={isEarly} words={isLow ? '' : few} />
        ) : (
          <Estimate at={difference.difference} interval={difference.interval} x={x} y={y - 4} />
        )}
        {without !== null && <Against at={without.difference} x={x} y={y + 6} />}
      </>
    ),
  };
}

function tableOf({ rows }: HoldsPart, focus: CompareFocus, messages: Messages): ChartTable {
  const table = figuresTable(rows, focus, messages);
  return {
    columns: [...table.columns, messages.t('compare-where.column.without')],
    rows: table.rows.map((cells, index) => [...cells, inPercent(rows[index]?.without?.difference)]),
  };
}
