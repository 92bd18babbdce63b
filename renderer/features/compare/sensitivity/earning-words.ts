import type { Share } from '../../../../api/sensitivity.ts';
import { Z_95 } from '../../../../core/statistics/normal.ts';
import type { Messages } from '../../../i18n/messages.tsx';

/** 95 % of the draw; the share itself, twice, where it is exact. */
export const intervalOf = ({ share, standardError }: Share): readonly [number, number] => [
  share - Z_95 * (standardError ?? 0),
  share + Z_95 * (standardError ?? 0),
];

/** By name who adds nothing, and of whom drawn orders cannot tell; all add something where neither is so. */
export function earningWords(rows: readonly (Share & { readonly name: string })[], t: Messages['t']): string {
  const named = (id: 'idle' | 'unsure', found: readonly { readonly name: string }[]): string =>
    found.length === 0
      ? ''
      : t(`compare-sensitivity.shares.${id}`, {
          names: new Intl.ListFormat('en').format(found.map(({ name }) => name)),
          count: found.length,
        });
  const idle = rows.filter((row) => intervalOf(row)[1] <= 0);
  const unsure = rows.filter((row) => intervalOf(row)[0] <= 0 && !idle.includes(row));
  const words = [named('idle', idle), named('unsure', unsure)].filter((sentence) => sentence !== '');
  return words.length === 0 ? t('compare-sensitivity.shares.allEarn') : words.join(' ');
}
