import { memo, useState } from 'react';
import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import type { FrameRequest } from '../../../stores/frame-store.ts';
import type { FrameView } from '../view.ts';
import type { MoreFigure } from './more-figure.ts';
import { moreFigures } from './more-figures.ts';
import { MoreWait } from './more-wait.tsx';
import type { LevelFigures } from './use-level-figures.ts';

interface MoreRowProps {
  readonly view: FrameView;
  readonly request: FrameRequest;
  readonly figures: LevelFigures;
}

/** Speed, money and load, a line each: they follow when a lever rests, and can be folded away. */
export const MoreRow = ({ view, request, figures }: MoreRowProps) => {
  const messages = useMessages();
  const { t } = messages;
  const [isFolded, setFolded] = useState(false);
  const { now, was, currency, isLate } = figures;
  const promised = request.ruleSet.levels.find(({ id }) => id === view.level)?.followUpHours ?? null;
  const cells = isFolded ? [] : moreFigures({ now, was, currency }, promised, messages);
  return (
    <div className="more-row" aria-busy={isLate} data-late={isLate || undefined}>
      <button
        type="button"
        className="more-fold"
        aria-expanded={!isFolded}
        aria-label={t('what-if.more')}
        title={t(isFolded ? 'what-if.more.show' : 'what-if.more.hide')}
        onClick={() => setFolded(!isFolded)}
      >
        <Icon name={isFolded ? 'right' : 'down'} size={12} />
        {isFolded && t('what-if.more')}
      </button>
      {cells.map((figure) => (
        <MoreCell key={figure.key} figure={figure} />
      ))}
      {!isFolded && cells.length === 0 && <MoreWait failure={figures.failure} onRetry={figures.retry} />}
    </div>
  );
};

const MoreCell = memo(({ figure: { label, value, foot, help } }: { readonly figure: MoreFigure }) => (
  <div className="more-cell" role="group" aria-label={label} title={help}>
    <span className="secondary">{label}</span>
    <b>{value}</b>
    <span className="hint">{foot}</span>
  </div>
));
