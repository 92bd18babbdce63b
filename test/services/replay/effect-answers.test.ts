import { describe, expect, it } from 'vitest';
import { draftRuleSet } from '../../../core/demo/demo-rule-set.ts';
import { compileReplay } from '../../../core/replay/compile.ts';
import { DEFAULT_OPTIONS } from '../../../core/replay/replay-result.ts';
import { comparePlainly, rulesAlone } from '../../../core/rule-effects/alone.ts';
import type { JobProgress } from '../../../services/jobs/job-messages.ts';
import { openReplaySession } from '../../../services/replay/replay-session.ts';
import { benchHistory } from '../../bench/bench-history.ts';
import { standardRuleSet } from '../../bench/standard-rule-set.ts';

const LEADS = 9_000;
const history = benchHistory(LEADS, 3);
const ruleSet = standardRuleSet();
const level = ruleSet.levels[0]?.id ?? '';
const asked = { ruleSet, options: DEFAULT_OPTIONS, keptOut: [] };
const rules = ruleSet.rules.map(({ id }) => id);

/** A session whose clock goes on by so many milliseconds at each look. */
function sessionWith(stepMs: number) {
  const progress: JobProgress[] = [];
  let nowMs = 0;
  const session = openReplaySession({
    history: () => history,
    clockMs: () => {
      nowMs += stepMs;
      return nowMs;
    },
    kernelWorkerUrl: null,
    shelf: null,
    onProgress: (one) => progress.push(one),
  });
  return { session, progress };
}

describe('what each rule does, in the session that holds the history', () => {
  it('decides by the packed history what it decides by the plain kernel', () => {
    const { session } = sessionWith(0);
    const { alone } = session.alone({ ruleSet, level, options: DEFAULT_OPTIONS, rules });
    const compiled = compileReplay(history, ruleSet, DEFAULT_OPTIONS);
    expect(alone).toEqual(rulesAlone(ruleSet, rules, comparePlainly(compiled, ruleSet, level)));
    expect(alone.some(({ brings }) => brings.leads > 0)).toBe(true);
    session.close();
  });

  it('leaves the frames beside it as they were', () => {
    const { session } = sessionWith(0);
    const question = { scenario: ruleSet, baseline: draftRuleSet(), level, options: DEFAULT_OPTIONS };
    const before = session.frame(question);
    session.alone({ ruleSet, level, options: DEFAULT_OPTIONS, rules });
    session.effects(asked);
    expect(session.frame(question)).toEqual(before);
    session.close();
  });

  it('says how far it is once it takes longer than half a second, and not before', () => {
    const quick = sessionWith(1);
    quick.session.effects(asked);
    expect(quick.progress.filter(({ phase }) => phase === 'replaying')).toEqual([]);
    const slow = sessionWith(300);
    slow.session.effects(asked);
    const told = slow.progress.filter(({ phase }) => phase === 'replaying');
    expect(told.length).toBeGreaterThan(0);
    expect(told.every(({ done, total }) => total === LEADS && done < LEADS)).toBe(true);
    slow.session.alone({ ruleSet, level, options: DEFAULT_OPTIONS, rules });
    expect(slow.progress.length).toBeGreaterThan(told.length);
    for (const { session } of [quick, slow]) session.close();
  });
});
