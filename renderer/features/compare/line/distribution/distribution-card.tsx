import type { RankedSide, ScoresRanked } from '../../../../../api/compare-line.ts';
import { ChartCard } from '../../../../charts/chart-card.tsx';
import type { ChartTable } from '../../../../charts/chart-table.ts';
import { inPercent } from '../../../../charts/in-percent.ts';
import { type Messages, useMessages } from '../../../../i18n/messages.tsx';
import type { CompareFocus } from '../../compare-focus.ts';
import { bandName } from '../bands/band-name.ts';
import { type GainsSide, gainsSides, scoredSide } from '../ranked-side.ts';
import { DistributionChart } from './distribution-chart.tsx';
import { KINDS, leadsOf, totalOf } from './kinds.ts';

/** Where do converted leads score? Leads of each outcome by their highest score. */
export const DistributionCard = ({
  focus,
  ranked,
}: {
  readonly focus: CompareFocus;
  readonly ranked: ScoresRanked;
}) => {
  const messages = useMessages();
  const { t } = messages;
  const found = scoredSide(ranked, focus);
  const scores = found?.scores ?? null;
  const sides = gainsSides(ranked, focus);
  const nobody = scores === null || scores.distribution.every(({ leads }) => leads === 0);
  return (
    <ChartCard
      className="line-distribution"
      question={t('compare-line.distribution')}
      legend={found === null ? [] : [{ mark: null, label: found.side.name }]}
      table={tableOf(scores, messages)}
      reason={nobody ? t('what-if.reason.noScores', { level: focus.levelName }) : undefined}
      note={sides.length === 0 ? undefined : rankWords(sides, messages)}
    >
      {(width, height) =>
        scores !== null && (
          <DistributionChart scores={scores} levelName={focus.levelName} width={width} height={height} />
        )
      }
    </ChartCard>
  );
};

/** The area under the curve in plain words: of an SQL and another lead, how often the SQL scores higher. */
const rankWords = (sides: readonly GainsSide[], { t, format }: Messages): string =>
  t('compare-line.ranks', {
    sides: sides
      .map(({ name, ranked: { ranking } }) => `${name} ${format.rate(ranking.areaUnderCurve, ranking.interval)}`)
      .join(' · '),
  });

const tableOf = (scores: RankedSide | null, messages: Messages): ChartTable => {
  const { t } = messages;
  const bins = scores?.distribution ?? [];
  return {
    columns: [
      t('what-if.columnBand'),
      ...KINDS.flatMap((kind) => [
        t(`compare-line.kind.${kind}`),
        t('compare-line.columnOfKind', { kind: t(`compare-line.kind.${kind}`) }),
      ]),
    ],
    rows: bins.map((bin) => [
      bandName(bin, messages),
      ...KINDS.flatMap((kind) => {
        const total = totalOf(bins, kind);
        return [leadsOf(bin, kind), total === 0 ? null : inPercent(leadsOf(bin, kind) / total)];
      }),
    ]),
  };
};
