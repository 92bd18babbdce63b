/** Rows of a working list in words. */
import type { ListedLead } from '../../../../api/lists.ts';
import type { Messages } from '../../../i18n/messages.tsx';

/** "Asks for a quote ×2 +44, Decides +20". */
export const whyText = ({ t, format }: Messages, { reasons }: ListedLead): string =>
  reasons.length === 0
    ? t('lists.why.nothing')
    : reasons
        .map(({ rule, points, awards }) => t('lists.why.rule', { rule, awards, points: format.signed(points) }))
        .join(', ');

/** "12 points below MQL". */
export function lacksText({ t, format }: Messages, { next }: ListedLead): string {
  if (next === null) return t('lists.next.none');
  const { lacks, name } = next;
  const all =
    lacks.total > 0
      ? [t('lists.next.points', { points: format.decimal(lacks.total), count: Math.round(lacks.total * 10) / 10 })]
      : [];
  const dimensions = lacks.dimensions.map(({ name: dimension, points }) =>
    t('lists.next.dimension', { points: format.decimal(points), dimension }),
  );
  return t('lists.next.below', { lacks: [...all, ...dimensions].join(', '), level: name });
}

/** Which acts would do, or what comes nearest. */
export function nextText({ t, format }: Messages, { next }: ListedLead): string {
  if (next === null || next.acts.length === 0) return '';
  const acts = next.acts.map(({ rule, points }) => t('lists.next.act', { rule, points: format.signed(points) }));
  return t(next.acts.some(({ bringsThere }) => bringsThere) ? 'lists.next.would' : 'lists.next.nearest', {
    acts: acts.join(', '),
  });
}
