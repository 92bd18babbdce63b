import type { AttributeProfile } from '../../../../api/profile.ts';
import type { CutPoints } from '../profile-store.ts';

/** The cut points as they are wanted: ahead of the profile while an edit is on its way. */
export const cutsOf = ({ attribute, cutPoints }: AttributeProfile, own: CutPoints): readonly number[] =>
  (Object.hasOwn(own, attribute) ? own[attribute] : cutPoints) ?? [];
