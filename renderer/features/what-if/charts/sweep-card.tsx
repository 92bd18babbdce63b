import { useRef } from 'react';
import { ChartCard } from '../../../charts/chart-card.tsx';
import type { ChartTable } from '../../../charts/chart-table.ts';
import { inPercent } from '../../../charts/in-percent.ts';
import { LineKey, Swatch } from '../../../components/marks.tsx';
import { type Messages, useMessages } from '../../../i18n/messages.tsx';
import { withLevel } from '../../../levers/rule-set-edits.ts';
import { useScenario, useStores } from '../../../stores/use-stores.tsx';
import type { CardProps, FrameView } from '../view.ts';
import { SweepChart } from './sweep-chart.tsx';
import { hasRates, pointAt } from './sweep-rows.ts';

/** Where should the line be? The same lever as the level's own, on the chart that says what it costs. */
export const SweepCard = ({ view, frame }: CardProps) => {
  const messages = useMessages();
  const { t, format } = messages;
  const { scenario } = useStores();
  const gesture = useRef({ key: '', from: 0 });
  const level = useScenario((state) => state.ruleSet?.levels.find((other) => other.id === view.level));
  const threshold = level?.total ?? view.pair.scenario.threshold;
  const begin = () => {
    gesture.current = { key: `level:${view.level}:total@${Date.now()}`, from: threshold };
  };
  const move = (next: number, key?: string) => {
    const { ruleSet, edit } = scenario.getState();
    if (ruleSet === null) return;
    const lever = t('levers.levelAt', { level: view.levelName });
    const step = t('changes.moved', { lever, from: format.points(gesture.current.from), to: format.points(next) });
    edit(
      withLevel(ruleSet, view.level, (other) => ({ ...other, total: next })),
      step,
      key,
    );
  };
  const { sweep } = view.pair.scenario;
  const known = hasRates(sweep);
  return (
    <ChartCard
      frame={frame}
      className="sweep-card"
      question={t('what-if.sweep')}
      note={known ? undefined : reasonOf(view, messages)}
      legend={[
        { mark: known ? <LineKey /> : <Swatch kind="bar" />, label: view.scenarioName },
        { mark: <LineKey dashed />, label: view.baselineName },
        ...(known
          ? [
              { mark: <Swatch kind="band" />, label: t('what-if.interval95') },
              { mark: <Swatch kind="plateau" />, label: t('what-if.plateau') },
            ]
          : []),
      ]}
      table={tableOf(view, messages)}
      reason={
        sweep.every((point) => point.reached === 0)
          ? t('what-if.reason.noScores', { level: view.levelName })
          : undefined
      }
    >
      {(width, height) => (
        <SweepChart
          view={view}
          threshold={threshold}
          onBegin={begin}
          onMove={(next) => move(next, gesture.current.key)}
          onBack={() => view.was !== null && move(view.pair.baseline.threshold)}
          width={width}
          height={height}
        />
      )}
    </ChartCard>
  );
};

const reasonOf = ({ pair }: FrameView, { t }: Messages): string => {
  const lowest = pair.scenario.sweep[0];
  if (lowest === undefined || lowest.observed === 0) return t('what-if.reason.unknown');
  return t('what-if.reason.few', { count: lowest.converted });
};

const tableOf = ({ pair }: FrameView, { t }: Messages): ChartTable => ({
  columns: [
    t('what-if.columnThreshold'),
    t('what-if.columnReached'),
    t('what-if.columnWeekly'),
    t('what-if.columnObserved'),
    t('what-if.columnConverted'),
    t('what-if.columnRate'),
    t('what-if.columnLow'),
    t('what-if.columnHigh'),
    t('what-if.columnBaselineRate'),
  ],
  rows: pair.scenario.sweep.map((point) => [
    point.threshold,
    point.reached,
    Math.round(point.perWeek * 100) / 100,
    point.observed,
    point.converted,
    inPercent(point.rate),
    inPercent(point.interval?.[0]),
    inPercent(point.interval?.[1]),
    inPercent(pointAt(pair.baseline.sweep, point.threshold)?.rate),
  ]),
});
