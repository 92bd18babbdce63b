import { useState } from 'react';
import type { Tornado } from '../../../../api/sensitivity.ts';
import { LEAST_SQLS } from '../../../../core/measures/least-counts.ts';
import { ChartCard } from '../../../charts/chart-card.tsx';
import { Segments } from '../../../components/fields/segments.tsx';
import { type Messages, useMessages } from '../../../i18n/messages.tsx';
import { FigureKey } from './marks.tsx';
import { TornadoChart } from './tornado-chart.tsx';
import {
  effectOf,
  type Hold,
  MOVED_FIGURES,
  type Move,
  type MovedFigure,
  type TornadoRow,
  tornadoRows,
} from './tornado-rows.ts';
import { tornadoTable } from './tornado-table.ts';

/** One lever at a time: what moves the figures of the level most. `reason`: why there is nothing to show yet. */
export const TornadoCard = (props: {
  readonly tornado: Tornado | null;
  readonly reason: string | undefined;
  readonly sample: string;
}) => {
  const { tornado, sample } = props;
  const messages = useMessages();
  const { t, format } = messages;
  const [figure, setFigure] = useState<MovedFigure>('sqls');
  const [hold, setHold] = useState<Hold>('threshold');
  const [move, setMove] = useState<Move>('step');
  // The volume cannot move where it is held.
  const shown = hold === 'volume' && figure === 'volume' ? 'sqls' : figure;
  const rows = tornado === null ? [] : tornadoRows(tornado, shown, hold, move);
  const question = t(`compare-sensitivity.question.${shown}`);
  const note = [
    hold === 'volume' && tornado !== null
      ? t('compare-sensitivity.heldVolume', { leads: format.count(tornado.present.cell.leads) })
      : '',
    sample,
  ]
    .filter((words) => words !== '')
    .join(' ');
  return (
    <ChartCard
      className="split-card"
      question={question}
      legend={
        move === 'off'
          ? [{ mark: <FigureKey kind="weak" />, label: t('compare-sensitivity.legend.off') }]
          : [
              { mark: <FigureKey kind="weak" />, label: t('compare-sensitivity.legend.lower') },
              { mark: <FigureKey kind="strong" />, label: t('compare-sensitivity.legend.higher') },
              ...(shown === 'conversion'
                ? [{ mark: <FigureKey kind="whisker" />, label: t('compare-sensitivity.legend.interval') }]
                : []),
            ]
      }
      tools={
        <>
          <Segments
            label={t('compare-sensitivity.figure')}
            value={shown}
            choices={MOVED_FIGURES.filter((one) => hold === 'threshold' || one !== 'volume').map((one) => ({
              value: one,
              label: t(`compare-sensitivity.figure.${one}`),
            }))}
            onChange={setFigure}
          />
          <Segments
            label={t('compare-sensitivity.hold')}
            value={hold}
            choices={(['threshold', 'volume'] as const).map((one) => ({
              value: one,
              label: t(`compare-sensitivity.hold.${one}`),
            }))}
            onChange={setHold}
          />
          <Segments
            label={t('compare-sensitivity.moved')}
            value={move}
            choices={(['step', 'off'] as const).map((one) => ({
              value: one,
              label: t(`compare-sensitivity.moved.${one}`),
            }))}
            onChange={setMove}
          />
        </>
      }
      table={tornadoTable(rows, shown, messages)}
      reason={props.reason ?? reasonOf(tornado, rows, shown, messages)}
      note={note === '' ? undefined : note}
    >
      {(width, height) => <TornadoChart rows={rows} figure={shown} width={width} height={height} title={question} />}
    </ChartCard>
  );
};

function reasonOf(
  tornado: Tornado | null,
  rows: readonly TornadoRow[],
  figure: MovedFigure,
  { t, format }: Messages,
): string | undefined {
  if (tornado === null) return undefined;
  if (rows.length === 0) return t('compare-sensitivity.noLevers');
  if (tornado.present.cell.leads === 0) return t('compare-sensitivity.nobody');
  if (figure !== 'volume' && tornado.present.cell.converted < LEAST_SQLS)
    return t('compare-sensitivity.fewSqls', {
      count: tornado.present.cell.converted,
      least: format.count(LEAST_SQLS),
    });
  if (rows.every(({ lower, higher }) => (lower?.change ?? null) === null && (higher?.change ?? null) === null))
    return t('compare-sensitivity.noneTold');
  if (rows.every((row) => effectOf(row) === 0)) return t('compare-sensitivity.nothingMoves');
  return undefined;
}
