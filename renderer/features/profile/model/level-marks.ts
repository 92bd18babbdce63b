/** What must be said of a level before anybody trusts it. */
import type { AttributeProfile, LevelFigures } from '../../../../api/profile.ts';
import { MOST_FALSE } from '../../../../core/profile/shared-levels.ts';

/** `suspicious`: only its high information value speaks for a leak. */
export type LevelMark = 'leaking' | 'suspicious' | 'keptOut' | 'today' | 'constant' | 'chance';

/** The gravest first; `profile`: of the attribute, null for a behaviour. */
export const marksOf = ({ q }: LevelFigures, profile: AttributeProfile | null): readonly LevelMark[] => [
  ...(profile === null ? [] : attributeMarks(profile)),
  ...(q === null || q > MOST_FALSE ? (['chance'] as const) : []),
];

export const attributeMarks = ({ flags, signs }: AttributeProfile): readonly LevelMark[] => {
  const isSuspicion = signs.length > 0 && signs.every(({ kind }) => kind === 'informationValue');
  const marks: readonly (LevelMark | false)[] = [
    flags.includes('leaking') && (isSuspicion ? 'suspicious' : 'leaking'),
    flags.includes('keptOut') && 'keptOut',
    flags.includes('todaysCounter') && 'today',
    flags.includes('constant') && 'constant',
  ];
  return marks.filter((mark) => mark !== false);
};

/** What the table leaves out unless it is asked for: it would stand at the top, and no rule should read it. */
export const isUnfit = (marks: readonly LevelMark[]): boolean =>
  marks.some((mark) => mark === 'leaking' || mark === 'keptOut' || mark === 'constant');
