import { useState } from 'react';
import type { ScoresRanked } from '../../../../../api/compare-line.ts';
import { LEAST_SQLS } from '../../../../../core/measures/least-counts.ts';
import { ChartCard } from '../../../../charts/chart-card.tsx';
import type { ChartTable } from '../../../../charts/chart-table.ts';
import { inPercent } from '../../../../charts/in-percent.ts';
import { Segments } from '../../../../components/fields/segments.tsx';
import { type Messages, useMessages } from '../../../../i18n/messages.tsx';
import type { CompareFocus } from '../../compare-focus.ts';
import { sideLegend } from '../../course/side-line.tsx';
import { type GainsSide, gainsSides } from '../ranked-side.ts';
import { GainsChart, type GainsOf } from './gains-chart.tsx';

/** How many SQLs for how many leads? Recall over the share of leads passed on, or how many of them convert over recall. */
export const GainsCard = ({ focus, ranked }: { readonly focus: CompareFocus; readonly ranked: ScoresRanked }) => {
  const messages = useMessages();
  const { t } = messages;
  const [of, setOf] = useState<GainsOf>('gains');
  const sides = gainsSides(ranked, focus);
  return (
    <ChartCard
      className="split-card"
      question={t('compare-line.gains')}
      legend={sideLegend(sides)}
      table={tableOf(sides, messages)}
      reason={reasonOf(ranked, sides, messages)}
      tools={
        <Segments
          label={t('compare-line.gainsOf')}
          value={of}
          choices={(['gains', 'precision'] as const).map((value) => ({
            value,
            label: t(`compare-line.show.${value}`),
          }))}
          onChange={setOf}
        />
      }
    >
      {(width, height) => <GainsChart sides={sides} of={of} width={width} height={height} />}
    </ChartCard>
  );
};

const reasonOf = ({ a, b }: ScoresRanked, sides: readonly GainsSide[], { t }: Messages): string | undefined => {
  if (a === null && b === null) return t('compare-line.reason.noScores');
  if (sides.length === 0) return t('compare-line.reason.oneOutcome');
  const sqls = Math.max(...sides.map(({ ranked }) => ranked.cuts.at(-1)?.converted ?? 0));
  return sqls < LEAST_SQLS ? t('what-if.reason.few', { count: sqls }) : undefined;
};

const tableOf = (sides: readonly GainsSide[], { t, format }: Messages): ChartTable => ({
  columns: [
    t('compare-line.columnCut'),
    t('compare-line.columnFlagged'),
    t('what-if.columnConverted'),
    t('compare-line.columnShareFlagged'),
    t('compare-line.figure.recall'),
    t('what-if.columnRate'),
    t('compare-line.columnLift'),
  ],
  rows: sides.flatMap(({ name, ranked }) =>
    ranked.cuts.map((cut) => [
      t('compare-line.cut', {
        name,
        threshold: cut.threshold === null ? t('compare-line.anyScore') : format.points(cut.threshold),
      }),
      cut.flagged,
      cut.converted,
      inPercent(cut.shareFlagged),
      inPercent(cut.recall),
      inPercent(cut.precision),
      cut.lift === null ? null : Math.round(cut.lift * 100) / 100,
    ]),
  ),
});
