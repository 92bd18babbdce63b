import type { LevelFigures } from '../../../../api/profile.ts';
import { placeOn, type RateScale } from '../model/rate-scale.ts';

interface RateBarProps {
  readonly level: LevelFigures;
  readonly scale: RateScale;
  /** Hollow and grey: what may be chance, or should not be trusted. */
  readonly isDoubtful: boolean;
}

/** The interval and its rate against the rate of all leads; the same figures stand beside it in words. */
export const RateBar = ({ level: { rate, interval }, scale, isDoubtful }: RateBarProps) => {
  if (rate === null || interval === null) return null;
  const [low, high] = interval;
  const from = placeOn(low, scale);
  return (
    <span className={isDoubtful ? 'rate-bar doubtful' : 'rate-bar'} aria-hidden="true">
      <span className="rate-bar-base" style={{ left: `${placeOn(scale.base, scale)}%` }} />
      <span className="rate-bar-interval" style={{ left: `${from}%`, width: `${placeOn(high, scale) - from}%` }} />
      {rate <= scale.top && <span className="rate-bar-dot" style={{ left: `${placeOn(rate, scale)}%` }} />}
    </span>
  );
};
