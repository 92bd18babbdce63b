import { useState } from 'react';
import type { HeatMap, HeatRow } from '../../../../api/sensitivity.ts';
import { LEAST_KNOWN } from '../../../../core/measures/least-counts.ts';
import { ChartCard } from '../../../charts/chart-card.tsx';
import { NO_FIGURES } from '../../../charts/chart-table.ts';
import { inPercent } from '../../../charts/in-percent.ts';
import { Segments } from '../../../components/fields/segments.tsx';
import { Swatch } from '../../../components/marks.tsx';
import { type Messages, useMessages } from '../../../i18n/messages.tsx';
import { HeatChart } from './heat-chart.tsx';
import { fadeName } from './heat-words.ts';
import { FigureKey } from './marks.tsx';
import { MOVED_FIGURES, type MovedFigure } from './tornado-rows.ts';

/** Threshold by half-life, the present pair outlined. */
export const HeatCard = (props: {
  readonly map: HeatMap | null;
  readonly levelName: string;
  readonly reason: string | undefined;
  readonly sample: string;
}) => {
  const { map, levelName, sample } = props;
  const messages = useMessages();
  const { t } = messages;
  const [figure, setFigure] = useState<MovedFigure>('conversion');
  const question = t('compare-sensitivity.heat.question');
  return (
    <ChartCard
      className="split-card"
      question={question}
      legend={[
        { mark: <FigureKey kind="present" />, label: t('compare-sensitivity.heat.present') },
        ...(figure === 'conversion'
          ? [{ mark: <Swatch kind="hatch" />, label: t('compare-sensitivity.heat.few', { least: LEAST_KNOWN }) }]
          : []),
      ]}
      tools={
        <Segments
          label={t('compare-sensitivity.figure')}
          value={figure}
          choices={MOVED_FIGURES.map((one) => ({ value: one, label: t(`compare-sensitivity.figure.${one}`) }))}
          onChange={setFigure}
        />
      }
      table={map === null ? NO_FIGURES : heatTable(map, levelName, messages)}
      reason={props.reason ?? reasonOf(map, figure, messages)}
      note={map === null ? undefined : [t(`compare-sensitivity.heat.way.${map.way}`), sample].join(' ').trim()}
    >
      {(width, height) =>
        map === null ? null : (
          <HeatChart map={map} figure={figure} levelName={levelName} width={width} height={height} title={question} />
        )
      }
    </ChartCard>
  );
};

/** Without a rule that could fade every row is the same. */
const isWithoutFade = ({ rows }: HeatMap): boolean => rows.every(({ days }) => days === null);

/** Where not one rate may be drawn, counts stand in their place. */
function reasonOf(map: HeatMap | null, figure: MovedFigure, { t }: Messages): string | undefined {
  if (map !== null && isWithoutFade(map)) return t('compare-sensitivity.heat.noFade');
  const isRated = map?.rows.some(({ cells }) => cells.some(({ observed }) => observed >= LEAST_KNOWN));
  return isRated === false && figure === 'conversion'
    ? t('compare-sensitivity.heat.noRate', { least: LEAST_KNOWN })
    : undefined;
}

function heatTable(map: HeatMap, levelName: string, messages: Messages) {
  const { thresholds } = map;
  const rows = isWithoutFade(map) ? map.rows.slice(0, 1) : map.rows;
  const { t, format } = messages;
  return {
    columns: [
      t('compare-sensitivity.heat.column.pair', { level: levelName }),
      t('compare-sensitivity.column.rate'),
      t('compare-sensitivity.column.known'),
      t('compare-sensitivity.column.rateLow'),
      t('compare-sensitivity.column.rateHigh'),
      t('compare-sensitivity.column.sqls'),
      t('compare-sensitivity.column.leads'),
      t('compare-sensitivity.column.weekly'),
    ],
    rows: rows.flatMap((row: HeatRow) =>
      row.cells.map((cell, column) => [
        t('compare-sensitivity.heat.pair', {
          threshold: format.points(thresholds[column] ?? 0),
          fade: fadeName(row, messages),
        }),
        inPercent(cell.rate),
        cell.observed,
        inPercent(cell.interval?.[0]),
        inPercent(cell.interval?.[1]),
        cell.converted,
        cell.leads,
        Math.round(cell.perWeek * 10) / 10,
      ]),
    ),
  };
}
