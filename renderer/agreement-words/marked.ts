import type { Messages } from '../i18n/messages.tsx';

/** A value, between the asterisks that `definitionParts` reads; asterisks of its own would end it. */
export const marked = (value: string): string => `**${value.replaceAll('*', '∗')}**`;

/** "52 points". */
export const pointsText = ({ t, format }: Messages, points: number): string =>
  t('agreement-words.points', { count: points, points: format.points(points) });

/** "Profile, Behaviour and Budget". */
export const listText = ({ t }: Messages, items: readonly string[]): string => {
  const [first = '', ...others] = items;
  const last = others.pop();
  const list = others.reduce((before, next) => t('agreement-words.listed', { list: before, next }), first);
  return last === undefined ? list : t('agreement-words.lastListed', { list, last });
};
