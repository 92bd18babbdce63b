import { describe, expect, it } from 'vitest';
import { demoHistory } from '../../../core/demo/demo-history.ts';
import { type AskedProfile, createProfileAnswers } from '../../../services/history/profile-answer.ts';

const demo = demoHistory({ leads: 400, seed: 3 });
if (demo === null) throw new Error('nobody stopped the demo');
const { history } = demo;

const asked: AskedProfile = {
  options: { horizon: 'outcome' },
  keptOut: [],
  cutPoints: {},
  pair: null,
  bestPairs: false,
};
const PAIR = {
  first: { attribute: 'newsletter', value: 'yes' },
  second: { activity: 'page_view', property: null, propertyValue: null, value: '1+' },
} as const;

/** Answers that tell how often they asked for the history. */
function countingAnswers() {
  let times = 0;
  const answers = createProfileAnswers(() => {
    times += 1;
    return history;
  });
  return { ...answers, timesRead: () => times };
}

describe('the profile that a session answers', () => {
  it('given the same cut points again then it is not counted again, whatever pair is asked for', () => {
    const { answer, timesRead } = countingAnswers();
    const plain = answer(asked);
    const paired = answer({ ...asked, pair: PAIR, bestPairs: true });
    if (!plain.ok || !paired.ok) throw new Error('there is no fault');
    expect(paired.value.profile).toBe(plain.value.profile);
    expect(plain.value).toMatchObject({ pair: null, bestPairs: [] });
    expect(paired.value.pair).toMatchObject({ ...PAIR });
    expect(timesRead()).toBe(1);
  });

  it('given other cut points, another horizon or another attribute kept out, then it is counted anew', () => {
    const { answer, timesRead } = countingAnswers();
    answer(asked);
    answer({ ...asked, cutPoints: { employees: [100] } });
    answer({ ...asked, options: { horizon: 'handover' } });
    answer({ ...asked, keptOut: ['country'] });
    expect(timesRead()).toBe(4);
  });

  it('given that it was told to forget then it lets the history go and reads it again', () => {
    const { answer, forget, timesRead } = countingAnswers();
    const before = answer(asked);
    forget();
    expect(answer(asked)).toEqual(before);
    expect(timesRead()).toBe(2);
  });

  it('given a fault then that is the answer, and what was counted before is still there', () => {
    const { answer, timesRead } = countingAnswers();
    answer(asked);
    expect(answer({ ...asked, cutPoints: { country: [1] } })).toEqual({
      ok: false,
      error: { kind: 'noBands', attribute: 'country' },
    });
    expect(answer({ ...asked, pair: { ...PAIR, first: { attribute: 'newsletter', value: 'perhaps' } } })).toMatchObject(
      {
        ok: false,
        error: { kind: 'unknownLevel' },
      },
    );
    answer(asked);
    expect(timesRead()).toBe(2);
  });

  it('safe for structured clone and JSON alike', () => {
    const answered = countingAnswers().answer({ ...asked, pair: PAIR, bestPairs: true });
    expect(structuredClone(answered)).toEqual(answered);
    expect(JSON.parse(JSON.stringify(answered))).toEqual(answered);
  });
});
