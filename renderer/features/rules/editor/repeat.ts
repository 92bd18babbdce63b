/** How often an activity rule gives its points, in the three ways that people say it. */
import { withOptional } from '../../../../core/rule-set/optional-key.ts';
import type { ActivityRule } from '../../../../core/rule-set/rule-set.ts';

export type Repeat = 'once' | 'each' | 'byCount';

export const repeatOf = ({ every, max }: ActivityRule): Repeat => {
  if (every !== 1) return 'byCount';
  return max === 1 ? 'once' : 'each';
};

export const withRepeat = (rule: ActivityRule, repeat: Repeat): ActivityRule => {
  const every = repeat === 'byCount' ? Math.max(2, rule.every) : 1;
  if (repeat === 'once') return { ...rule, every, max: 1 };
  return withOptional({ ...rule, every }, 'max', rule.max === 1 ? undefined : rule.max);
};
