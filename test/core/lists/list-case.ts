/** A replay with its working lists, worked out the long way where a test needs it. */
import type { History } from '../../../core/history/history.ts';
import { type ListsFrom, type WorkingLists, workingLists } from '../../../core/lists/working-lists.ts';
import { compileReplay } from '../../../core/replay/compile.ts';
import { isDateless } from '../../../core/replay/facts.ts';
import { replay } from '../../../core/replay/replay.ts';
import type { ReplayOptions } from '../../../core/replay/replay-result.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import { workingClock } from '../../../core/working-time/working-clock.ts';
import { officeHours } from '../../../core/working-time/working-hours.ts';

export function listCase(
  history: History,
  ruleSet: RuleSet,
  options: ReplayOptions = { horizon: 'outcome' },
): ListsFrom & { readonly lists: WorkingLists } {
  const compiled = compileReplay(history, ruleSet, options);
  const from: ListsFrom = {
    compiled,
    hasDates: !isDateless(history),
    result: replay(compiled, ruleSet),
    ruleSet,
    level: ruleSet.levels[0]?.id ?? '',
    clock: workingClock(officeHours(history.timeZone)),
    promisedHours: new Map(
      ruleSet.levels.flatMap(({ id, followUpHours }) => (followUpHours === undefined ? [] : [[id, followUpHours]])),
    ),
  };
  return { ...from, lists: workingLists(from) };
}
