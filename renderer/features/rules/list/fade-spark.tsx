import type { Decay } from '../../../../core/rule-set/rule-set.ts';
import { fadeCurve } from '../fade-curve.ts';

/** A line as small as a word; a level one for points that stay. */
export const FadeSpark = ({ decay }: { readonly decay: Decay | null }) => {
  const stays = decay === null || decay.kind === 'none';
  const line = stays
    ? 'M1 8H39'
    : `M${fadeCurve(decay)
        .map(
          ({ share }, index, all) =>
            `${(1 + (38 * index) / (all.length - 1)).toFixed(1)} ${(14 - 11 * share).toFixed(1)}`,
        )
        .join('L')}`;
  return (
    <svg width="40" height="16" viewBox="0 0 40 16" aria-hidden="true">
      {!stays && <path d="M1 14.5H39" stroke="var(--line2)" />}
      <path d={line} fill="none" stroke={stays ? 'var(--grey)' : 'var(--whose)'} strokeWidth="1.5" />
    </svg>
  );
};
