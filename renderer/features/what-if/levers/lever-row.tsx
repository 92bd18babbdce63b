import { type KeyboardEvent, memo, useState } from 'react';
import { useMessages } from '../../../i18n/messages.tsx';
import { isChanged, type Lever } from '../../../levers/lever.ts';
import { LeverNumber } from './lever-number.tsx';
import { LeverSlider } from './lever-slider.tsx';

export interface LeverActions {
  /** `gesture` names the drag or the stay in the field: its steps are one for undo. */
  readonly move: (lever: Lever, value: number | null, gesture: string) => void;
  readonly toggle: (lever: Lever, on: boolean) => void;
  readonly back: (lever: Lever) => void;
}

/** Changed dot | switch and name | slider with the baseline's tick | number | the baseline's value, which is the way back. */
const Row = ({ lever, actions }: { readonly lever: Lever; readonly actions: LeverActions }) => {
  const { t, format } = useMessages();
  const [gesture, setGesture] = useState('');
  const begin = () => setGesture(`${lever.id}@${Date.now()}`);
  const scale = useGrowingScale(lever);
  const changed = isChanged(lever);
  const words = (value: number | null) => (value === null ? t('levers.none') : format.points(value));
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'Backspace' || isTypedIn(event.target)) return;
    event.preventDefault();
    if (changed) actions.back(lever);
  };
  return (
    <div
      className={`lever-row${lever.isDetail ? ' lever-detail' : ''}${lever.toggle?.on === false ? ' lever-off' : ''}`}
      role="group"
      aria-label={lever.fullLabel}
      onKeyDown={press}
      onFocus={begin}
      onPointerDown={begin}
    >
      <i className={changed ? 'lever-dot' : ''} />
      <LeverName lever={lever} onToggle={(on) => actions.toggle(lever, on)} />
      <LeverSlider lever={lever} {...scale} words={words} onMove={(value) => actions.move(lever, value, gesture)} />
      <LeverNumber lever={lever} onMove={(value) => actions.move(lever, value, gesture)} />
      {changed && lever.baseline !== undefined ? (
        <button
          type="button"
          className="lever-was"
          onClick={() => actions.back(lever)}
          aria-label={t('what-if.backTo', { value: words(lever.baseline), lever: lever.fullLabel })}
          title={t('what-if.backToHelp')}
        >
          {words(lever.baseline)}
        </button>
      ) : (
        <i />
      )}
    </div>
  );
};

const LeverName = ({ lever, onToggle }: { readonly lever: Lever; readonly onToggle: (on: boolean) => void }) => {
  const { t } = useMessages();
  const { toggle } = lever;
  return (
    <span className="lever-name">
      {toggle !== undefined && (
        <input
          type="checkbox"
          checked={toggle.on}
          onChange={(event) => onToggle(event.currentTarget.checked)}
          aria-label={t('what-if.switch', { rule: lever.fullLabel })}
        />
      )}
      <span className="ellipsis" title={lever.fullLabel}>
        {lever.label}
      </span>
    </span>
  );
};

/** A slider's scale must not shrink under the hand that drags it, so within a row's life it only grows. */
const useGrowingScale = (lever: Lever): Pick<Lever, 'low' | 'high' | 'step'> => {
  const [widest, widen] = useState({ low: lever.low, high: lever.high, step: lever.step });
  const { low, high, step } = widest;
  if (lever.low >= low && lever.high <= high && lever.step <= step) return widest;
  const wider = { low: Math.min(low, lever.low), high: Math.max(high, lever.high), step: Math.max(step, lever.step) };
  widen(wider);
  return wider;
};

/** In the number field Backspace takes characters away. */
const isTypedIn = (target: EventTarget): boolean => target instanceof HTMLInputElement && target.type === 'text';

const sameLever = (one: Lever, other: Lever): boolean =>
  one.id === other.id &&
  one.value === other.value &&
  one.baseline === other.baseline &&
  one.label === other.label &&
  one.low === other.low &&
  one.high === other.high &&
  one.toggle?.on === other.toggle?.on &&
  one.toggle?.baselineOn === other.toggle?.baselineOn;

/** Of forty rows only the one under the hand is drawn anew. */
export const LeverRow = memo(
  Row,
  (before, after) => before.actions === after.actions && sameLever(before.lever, after.lever),
);
