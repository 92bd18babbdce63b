import { useState } from 'react';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { useAnswer } from '../../../stores/use-answer.ts';
import type { CompareFocus } from '../compare-focus.ts';
import { useComparedPair } from '../pair/compared-pair.tsx';
import { BandsCard } from './bands/bands-card.tsx';
import { DistributionCard } from './distribution/distribution-card.tsx';
import { GainsCard } from './gains/gains-card.tsx';
import { JudgedCard } from './judged/judged-card.tsx';
import type { Terms } from './line-sides.ts';
import { SweepCard } from './sweep/sweep-card.tsx';
import './line.css';

/** Where to draw the line, and whether the scores that it is drawn in rank leads at all. */
export const LineView = ({ focus }: { readonly focus: CompareFocus }) => {
  const { t } = useMessages();
  const [terms, setTerms] = useState<Terms>({ valuePerSql: null, costPerLead: null, leastRate: null });
  const { level, options, a, b } = focus;
  const question = { level, options, a: a.side, b: b.side };
  const { splitMs } = useComparedPair();
  const swept = useAnswer('compare.sweep', (key) => ({ ...question, ...terms, splitMs, key }));
  const ranked = useAnswer('compare.ranking', (key) => ({ ...question, key }));
  const failed = [swept, ranked].find(({ failure }) => failure !== null);
  const failure = failed?.failure ?? null;
  if (failed !== undefined && failure !== null) return <FailureNotice failure={failure} onRetry={failed.retry} />;
  if (swept.answer === null || ranked.answer === null) {
    return (
      <p className="compare-working secondary" role="status">
        {t('compare.working')}
      </p>
    );
  }
  return (
    <div
      className="line scroll"
      data-whose={b.whose}
      aria-busy={swept.isLate || ranked.isLate}
      {...scrollRegion(t('compare.view.line'))}
    >
      <SweepCard focus={focus} swept={swept.answer} terms={terms} onTerms={setTerms} />
      <BandsCard focus={focus} ranked={ranked.answer} />
      <GainsCard focus={focus} ranked={ranked.answer} />
      <JudgedCard focus={focus} swept={swept.answer} terms={terms} />
      <DistributionCard focus={focus} ranked={ranked.answer} />
    </div>
  );
};
