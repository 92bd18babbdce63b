import { useMessages } from '../../../i18n/messages.tsx';
import { useHighest } from './use-effects.ts';

/** Over the column of `RuleEffectMark`: how many leads, and the scale of the plots. */
export const EffectHeading = () => {
  const { t, format } = useMessages();
  const highest = useHighest();
  if (highest === null) return <span className="effect-mark" />;
  return (
    <span className="effect-mark">
      <span />
      <span>{t('effects.column')}</span>
      <span className="effect-scale">
        <span>0</span>
        <span>{format.percent(highest)}</span>
      </span>
    </span>
  );
};
