import { describe, expect, it } from 'vitest';
import { plainFrame, questionOf, sessionOn, smallRuleSet } from './shelf/shelf-case.ts';

const question = questionOf(smallRuleSet(), smallRuleSet({ points: 3 }));
const moved = questionOf(smallRuleSet({ points: 11 }), smallRuleSet({ points: 3 }));

describe('a session at rest', () => {
  it('lets go of a history that nothing has needed for a while, and shows its frames all the same', () => {
    const session = sessionOn(null);
    session.frame(question);
    expect([session.rest(), session.rest(), session.rest()]).toEqual([false, true, false]);
    expect(session.frame(moved)).toEqual(plainFrame(moved));
    expect(session.timesRead()).toBe(1);
  });

  it('reads the history again for what needs it, and answers as before', () => {
    const session = sessionOn(null);
    const answers = () => [
      session.swap(question, 'gained', 0, 10),
      session.leads(smallRuleSet(), {
        search: '',
        level: 'mql',
        sort: 'score',
        descending: true,
        offset: 0,
        limit: 10,
      }),
      session.lead(smallRuleSet(), 'L5'),
      session.frame(questionOf(smallRuleSet({ country: 'IT' }))),
    ];
    const before = answers();
    session.rest();
    session.rest();
    expect(answers()).toEqual(before);
    expect(session.timesRead()).toBe(2);
  });

  it('keeps a history that is in use', () => {
    const session = sessionOn(null);
    for (let time = 0; time < 5; time += 1) {
      session.lead(smallRuleSet(), 'L5');
      session.rest();
    }
    expect(session.timesRead()).toBe(1);
  });
});
