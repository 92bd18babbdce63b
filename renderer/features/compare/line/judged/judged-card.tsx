import type { JudgedLine, LinePoint, LinesSwept } from '../../../../../api/compare-line.ts';
import { LEAST_SQLS } from '../../../../../core/measures/least-counts.ts';
import { ChartCard } from '../../../../charts/chart-card.tsx';
import type { ChartTable } from '../../../../charts/chart-table.ts';
import { inPercent } from '../../../../charts/in-percent.ts';
import { Swatch } from '../../../../components/marks.tsx';
import { type Messages, useMessages } from '../../../../i18n/messages.tsx';
import { useHasDates } from '../../../../stores/use-has-dates.ts';
import type { CompareFocus } from '../../compare-focus.ts';
import { type IntervalRow, IntervalRows } from '../../difference/interval-rows.tsx';
import { useComparedPair } from '../../pair/compared-pair.tsx';
import { noPeriodsWords } from '../../pair/no-periods-words.ts';
import { SplitDay } from '../../pair/split-day.tsx';
import { type LineSide, lineSides, type Terms } from '../line-sides.ts';
import { isTold, judgedWords, rateWords } from './judged-words.ts';

interface JudgedCardProps {
  readonly focus: CompareFocus;
  readonly swept: LinesSwept;
  readonly terms: Terms;
}

/** The guard against judging a line on what it was chosen on: chosen on older leads, judged on newer ones. */
export const JudgedCard = ({ focus, swept, terms }: JudgedCardProps) => {
  const messages = useMessages();
  const { t, format } = messages;
  const { splitMs } = useComparedPair();
  const hasDates = useHasDates();
  const [told] = lineSides(swept, focus);
  const judged = told?.line.judged ?? null;
  const reason = reasonOf(told, hasDates, splitMs, messages);
  const rows = told === undefined || reason !== undefined ? [] : rowsOf(told, messages);
  return (
    <ChartCard
      className="line-judged"
      question={t('compare-line.judged')}
      legend={[{ mark: <Swatch kind="interval" />, label: t('what-if.interval95') }]}
      {...(hasDates && told !== undefined ? { tools: <SplitDay proposedMs={judged?.splitMs ?? null} /> } : {})}
      table={tableOf(judged, messages)}
      reason={reason}
      note={
        judged === null || judged.best === null
          ? undefined
          : judgedWords(
              { ...judged, best: judged.best },
              told?.line.best?.threshold ?? null,
              swept.capacityPerWeek !== null,
              terms.leastRate,
              messages,
            )
      }
    >
      {(width, height) => (
        <IntervalRows
          rows={rows}
          width={width}
          height={height}
          title={t('compare-line.judged')}
          hasZero={false}
          tickName={(share, isLast) => (isLast ? format.percent(share) : format.decimal(share * 100))}
        />
      )}
    </ChartCard>
  );
};

const reasonOf = (
  told: LineSide | undefined,
  hasDates: boolean,
  splitMs: number | null,
  messages: Messages,
): string | undefined => {
  const { t } = messages;
  if (told === undefined) return t('compare-line.reason.noScores');
  const { judged } = told.line;
  if (judged === null) return noPeriodsWords(hasDates, splitMs, messages);
  if (judged.best === null || judged.olderSqls < LEAST_SQLS)
    return t('compare-line.judged.few', { count: judged.olderSqls, least: LEAST_SQLS });
  return undefined;
};

/** What the choice promised, what it keeps, and what all leads say of their own choice. */
function rowsOf({ line }: LineSide, messages: Messages): readonly IntervalRow[] {
  const { judged, best, points } = line;
  const chosen = judged?.best ?? null;
  const ofAll = points.find(({ threshold }) => threshold === best?.threshold);
  const row = (key: 'older' | 'newer' | 'all', point: LinePoint): IntervalRow => ({
    key,
    name: messages.t(`compare-line.judged.${key}Row`, { at: messages.format.points(point.threshold) }),
    figures: rateWords(point, messages),
    value: isTold(point) ? point.rate : null,
    interval: isTold(point) ? point.interval : null,
    mark: 'estimate',
  });
  return [
    ...(chosen === null ? [] : [row('older', chosen.older), row('newer', chosen.newer)]),
    ...(ofAll === undefined ? [] : [row('all', ofAll)]),
  ];
}

const tableOf = (judged: JudgedLine | null, { t, format }: Messages): ChartTable => {
  const lines = judged === null ? [] : [judged.best, judged.pick, judged.present].filter((one) => one !== null);
  const distinct = [...new Map(lines.map((one) => [one.threshold, one])).values()];
  const rowOf = (key: 'older' | 'newer' | 'all', point: LinePoint) => [
    t(`compare-line.judged.${key}Row`, { at: format.points(point.threshold) }),
    point.observed,
    point.converted,
    inPercent(point.rate),
    inPercent(point.interval?.[0]),
    inPercent(point.interval?.[1]),
    Math.round(point.perWeek * 100) / 100,
    Math.round(point.p90PerWeek * 100) / 100,
    point.weeksOverCapacity,
  ];
  return {
    columns: [
      t('what-if.columnThreshold'),
      t('what-if.columnObserved'),
      t('what-if.columnConverted'),
      t('what-if.columnRate'),
      t('what-if.columnLow'),
      t('what-if.columnHigh'),
      t('what-if.columnWeekly'),
      t('compare-line.figure.p90'),
      t('compare-line.figure.over'),
    ],
    rows: distinct.flatMap(({ older, newer, all }) => [
      rowOf('older', older),
      rowOf('newer', newer),
      rowOf('all', all),
    ]),
  };
};
