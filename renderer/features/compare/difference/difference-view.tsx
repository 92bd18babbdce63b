import { useMessages } from '../../../i18n/messages.tsx';
import type { CompareFocus } from '../compare-focus.ts';
import { useComparedPair } from '../pair/compared-pair.tsx';
import { BoundsCard } from './bounds-card.tsx';
import { CaughtCard } from './caught-card.tsx';
import { PeriodsCard } from './periods-card.tsx';
import { PilotCard } from './pilot-card.tsx';
import { RevenueCard } from './revenue-card.tsx';
import { SwapCard } from './swap-card.tsx';
import { SwapNames } from './swap-names.tsx';
import './difference.css';

/** B against A in depth: how sure it is, who comes in and falls out, SQLs, deals, a pilot, and the newer leads. */
export const DifferenceView = ({ focus }: { readonly focus: CompareFocus }) => {
  const { t } = useMessages();
  const { answer, failure, isLate } = useComparedPair();
  // The verdict above says what failed.
  if (failure !== null) return null;
  if (answer === null) {
    return (
      <p className="compare-working secondary" role="status">
        {t('compare.working')}
      </p>
    );
  }
  return (
    <div className="compare-difference" aria-busy={isLate} data-whose={focus.b.whose}>
      <div>
        <BoundsCard answer={answer} focus={focus} />
        <PilotCard answer={answer} focus={focus} />
        <PeriodsCard answer={answer} />
      </div>
      <div>
        <SwapCard answer={answer} />
        <SwapNames answer={answer} focus={focus} />
      </div>
      <div>
        <CaughtCard answer={answer} focus={focus} />
        <RevenueCard answer={answer} focus={focus} />
      </div>
    </div>
  );
};
