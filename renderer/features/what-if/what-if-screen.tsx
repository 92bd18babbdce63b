import { memo, useMemo } from 'react';
import { isWhole } from '../../../core/replay/view.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import type { FrameRequest } from '../../stores/frame-store.ts';
import { hashOf } from '../../stores/route-store.ts';
import { useFrame, useScenario, useWorkshop } from '../../stores/use-stores.tsx';
import { AllBack } from '../../view/all-back.tsx';
import { BandsCard, MonthsCard } from './charts/split-cards.tsx';
import { SweepCard } from './charts/sweep-card.tsx';
import { Headline } from './headline/headline.tsx';
import { MoreRow } from './headline/more-row.tsx';
import { useLevelFigures } from './headline/use-level-figures.ts';
import { LeversPanel } from './levers/levers-panel.tsx';
import { SwapPanel } from './swap/swap-panel.tsx';
import { useFrameView } from './use-frame-view.ts';
import { useInTurn } from './use-in-turn.ts';
import { useWantedFrame } from './use-wanted-frame.ts';
import { Verdict } from './verdict/verdict.tsx';
import type { CardProps, FrameView } from './view.ts';
import './what-if.css';

/** Levers at the left; what the history says of them at the right. */
export const WhatIfScreen = () => {
  const { t } = useMessages();
  const leads = useWorkshop((state) => state.workshop?.open?.leads ?? 0);
  const rules = useScenario((state) => state.ruleSet?.rules.length ?? null);
  const ready = leads > 0 && rules !== null && rules > 0;
  useWantedFrame(ready);
  if (leads === 0) {
    return (
      <EmptyState title={t('what-if.noHistory')} next={t('what-if.noHistoryNext')}>
        <a className="button primary" href={hashOf('history')}>
          {t('what-if.toHistory')}
        </a>
      </EmptyState>
    );
  }
  if (rules === 0) {
    return (
      <EmptyState title={t('what-if.noRules')} next={t('what-if.noRulesNext')}>
        <a className="button primary" href={hashOf('rules')}>
          {t('what-if.toRules')}
        </a>
      </EmptyState>
    );
  }
  if (!ready) return null;
  return (
    <div className="what-if">
      <Levers />
      <Stage />
    </div>
  );
};

/** Both panels listen to the stores themselves: the screen's own state is no reason to draw them again. */
const Levers = memo(LeversPanel);

const Stage = memo(() => {
  const { t } = useMessages();
  const failure = useFrame((state) => state.failure);
  const refresh = useFrame((state) => state.refresh);
  const request = useFrame((state) => state.shown?.request ?? null);
  const frame = useFrame((state) => state.shown?.number ?? 0);
  const late = useFrame((state) => state.shown?.request !== state.wanted);
  const looksAtAll = useScenario((state) => isWhole(state.view));
  const { view, isSame } = useFrameView();
  if (failure !== null) return <FailureNotice failure={failure} onRetry={refresh} />;
  if (request === null || view === null) {
    return (
      <p className="what-if-working secondary" role="status">
        {t('what-if.working')}
      </p>
    );
  }
  if (view.pair.scenario.leads === 0) {
    if (!looksAtAll)
      return (
        <EmptyState title={t('view.none')} next={t('view.noneNext')}>
          <AllBack className="button primary" />
        </EmptyState>
      );
    return <EmptyState title={t('what-if.noCohort')} next={t('what-if.noCohortNext')} />;
  }
  return (
    <div className="what-if-stage" aria-busy={late} data-frame={frame}>
      <Figures view={view} request={request} isSame={isSame} />
      <Charts view={view} request={request} frame={frame} />
    </div>
  );
});

/** The figures of a frame answer a lever at once; those that only the history can tell, when it rests. */
const Figures = memo(({ view, request, isSame }: FiguresProps) => {
  const figures = useLevelFigures(view, request);
  return (
    <>
      <Verdict view={view} request={request} isSame={isSame} />
      <Headline view={view} figures={figures} />
      <MoreRow view={view} request={request} figures={figures} />
    </>
  );
});

interface FiguresProps {
  readonly view: FrameView;
  readonly request: FrameRequest;
  readonly isSame: boolean;
}

/** Charts follow the figures, one card after the other: see `useInTurn`. */
const Charts = memo(({ view, request, frame }: ChartsProps) => {
  const newest = useMemo(() => ({ view, request, frame }), [view, request, frame]);
  const [sweep = newest, months = newest, bands = newest, swap = newest] = useInTurn(newest, 4);
  return (
    <>
      <Sweep view={sweep.view} frame={sweep.frame} />
      <Months view={months.view} frame={months.frame} />
      <Bands view={bands.view} frame={bands.frame} />
      <Swap {...swap} />
    </>
  );
});

interface ChartsProps extends CardProps {
  readonly request: FrameRequest;
}

const Sweep = memo(SweepCard);
const Months = memo(MonthsCard);
const Bands = memo(BandsCard);
const Swap = memo(SwapPanel);
