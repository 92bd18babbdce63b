import type { CSSProperties } from 'react';
import { isMoved, type Lever } from '../../../levers/lever.ts';

interface LeverSliderProps {
  readonly lever: Lever;
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly words: (value: number | null) => string;
  readonly onMove: (value: number | null) => void;
}

/** The browser's own slider: keyboard, touch and screen reader come with it. One step past the end means "none". */
export const LeverSlider = ({ lever, low, high, step, words, onMove }: LeverSliderProps) => {
  const first = lever.noneAt === 'low' ? low - step : low;
  const last = lever.noneAt === 'high' ? high + step : high;
  const positionOf = (value: number | null) =>
    value === null ? (lever.noneAt === 'low' ? first : last) : Math.min(last, Math.max(first, value));
  const share = (value: number | null) => (positionOf(value) - first) / (last - first);
  const move = (position: number) => {
    const isNone = lever.noneAt !== null && (lever.noneAt === 'low' ? position < low : position > high);
    const value = isNone ? null : Math.min(high, Math.max(low, position));
    if (value !== lever.value) onMove(value);
  };
  const origin = share(low < 0 && high > 0 ? 0 : high <= 0 ? high : low);
  const at = share(lever.value);
  const style: CSSProperties & Record<`--${string}`, number> = {
    '--fill-from': Math.min(origin, at),
    '--fill-to': Math.max(origin, at),
    '--tick': share(lever.baseline ?? null),
  };
  return (
    <span className={`lever-slider${isMoved(lever) ? ' moved' : ''}`} style={style}>
      <span className="lever-track" />
      {lever.baseline !== undefined && <span className="lever-tick" />}
      <input
        type="range"
        min={first}
        max={last}
        step={step}
        value={positionOf(lever.value)}
        onChange={(event) => move(Number(event.currentTarget.value))}
        aria-label={lever.fullLabel}
        aria-valuetext={words(lever.value)}
      />
    </span>
  );
};
