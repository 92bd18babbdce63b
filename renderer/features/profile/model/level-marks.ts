/** What must be said of a level before anybody trusts it. */
import type { AttributeProfile, BehaviourProfile, LevelFigures } from '../../../../api/profile.ts';
import { MOST_FALSE } from '../../../../core/profile/shared-levels.ts';

/** `suspicious`: only its high information value speaks for a leak; `late`: an act that mostly follows from the hand-over. */
export type LevelMark = 'leaking' | 'suspicious' | 'late' | 'keptOut' | 'today' | 'constant' | 'chance';

/** The gravest first. */
export const marksOf = ({ q }: LevelFigures, profile: AttributeProfile | BehaviourProfile): readonly LevelMark[] => [
  ...subjectMarks(profile),
  ...(q === null || q > MOST_FALSE ? (['chance'] as const) : []),
];

/** What holds for all levels of an attribute or act. */
export const subjectMarks = (profile: AttributeProfile | BehaviourProfile): readonly LevelMark[] => {
  if (!('attribute' in profile)) return profile.followsHandover ? ['late'] : [];
  const { flags, signs } = profile;
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
  marks.some((mark) => mark === 'leaking' || mark === 'late' || mark === 'keptOut' || mark === 'constant');
