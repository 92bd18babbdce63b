import { describe, expect, it } from 'vitest';
import { parseAgreement } from '../../../core/agreement/parse-agreement.ts';
import { agreementJson } from '../../../core/agreement/serialise-agreement.ts';
import { demoHistory } from '../../../core/demo/demo-history.ts';
import { draftRuleSet } from '../../../core/demo/demo-rule-set.ts';
import type { History } from '../../../core/history/history.ts';
import { cohortCalendar } from '../../../core/measures/by-time.ts';
import { firstOfMonth } from '../../../core/promises/first-of-month.ts';
import { judgePromises } from '../../../core/promises/judge-promises.ts';
import { prefillAgreement } from '../../../core/promises/prefill-agreement.ts';
import { promiseSetting } from '../../../core/promises/promise-setting.ts';
import { fivePercentsBelow, roundDown, roundUp } from '../../../core/promises/round-figures.ts';
import { compileReplay } from '../../../core/replay/compile.ts';
import { replay } from '../../../core/replay/replay.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import { workingClock } from '../../../core/working-time/working-clock.ts';
import { officeHours } from '../../../core/working-time/working-hours.ts';
import { historyOf } from '../../support/history-of.ts';

const demo = demoHistory({ leads: 2_000, seed: 5 });
const workingHours = officeHours('Europe/Berlin');

function prefilled(history: History, ruleSet: RuleSet, capacityPerWeek: number | null = null) {
  const { facts, levels } = replay(compileReplay(history, ruleSet, { horizon: 'outcome' }), ruleSet);
  const setting = promiseSetting({
    history,
    facts,
    clock: workingClock(workingHours),
    timeZone: workingHours.timeZone,
    start: 'rules',
    level: 'mql',
    period: { fromMs: cohortCalendar(history, facts).earliestMs, toMs: facts.asOfMs + 1 },
    reached: (id) => {
      const found = levels[ruleSet.levels.findIndex((level) => level.id === id)];
      if (found === undefined) throw new Error(`there is no level ${id}`);
      return found;
    },
  });
  const from = { ruleSet, level: 'mql', workingHours, today: '2026-11-26', maturityDays: 90, capacityPerWeek };
  return { setting, document: prefillAgreement(setting, from) };
}

describe('an agreement that fills itself', () => {
  if (demo === null) throw new Error('the demo is always there');
  const { setting, document } = prefilled(demo.history, draftRuleSet(), 40);

  it('is a right document with every kind of promise that the history can judge', () => {
    expect(parseAgreement(agreementJson(document))).toEqual({ ok: true, value: document });
    expect(judgePromises(setting, document).map(({ figure }) => figure.kind)).toEqual([
      'volume',
      'conversion',
      'data',
      'followUp',
      'followUp',
      'capacity',
      'attempts',
      'feedback',
    ]);
  });

  it('promises nothing that was not kept before', () => {
    for (const { verdict } of judgePromises(setting, document)) expect(verdict.kind).toBe('held');
  });

  it('is in round figures', () => {
    const { volume, data } = document.marketing;
    expect([volume?.weeks, volume?.ofWeeks]).toEqual([3, 4]);
    expect(Number.isInteger(volume?.least)).toBe(true);
    expect((data?.leastPercent ?? 1) % 5).toBe(0);
    expect(document.sales.followUp.map(({ leastPercent }) => leastPercent % 5)).toEqual([0, 0]);
  });

  it('counts the days of a level as working days', () => {
    const [own] = prefilled(demo.history, {
      ...draftRuleSet(),
      levels: draftRuleSet().levels.map((level) => ({ ...level, followUpHours: 24 * 14 })),
    }).document.sales.followUp;
    expect(own).toMatchObject({ level: 'mql', withinHours: 112 });
  });

  it('is valid from the next month on and looked at again a quarter later', () => {
    expect(document).toMatchObject({ validFrom: '2026-12-01', validTo: null, nextReview: '2027-03-01' });
    expect(firstOfMonth('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('rules out whom the rules rule out', () => {
    const rules = draftRuleSet().rules.map((rule) =>
      rule.kind === 'attribute' ? { ...rule, disqualifies: true } : rule,
    );
    const { never } = prefilled(demo.history, { ...draftRuleSet(), rules }).document.marketing;
    const names = rules.filter(({ disqualifies, enabled }) => disqualifies && enabled).map(({ name }) => name);
    expect(never.map(({ name }) => name)).toEqual(names);
  });

  it('promises nothing where nothing is known', () => {
    const empty = historyOf({ leads: [{ created: '2026-01-01' }] });
    const promised = prefilled(empty, draftRuleSet()).document;
    expect(promised.marketing).toEqual({ volume: null, conversion: null, data: null, never: [] });
    expect(promised.sales).toEqual({ followUp: [], capacity: null, attempts: null, feedback: null, returned: '' });
  });
});

describe('a figure as people promise it', () => {
  it('is round in steps of about a tenth, down for the least and up for the most', () => {
    expect([0, 7.9, 28, 63, 410].map(roundDown)).toEqual([0, 7, 28, 60, 400]);
    expect([0.1, 7.9, 29, 63, 410].map(roundUp)).toEqual([1, 8, 30, 65, 420]);
    expect([0.04, 0.5, 0.949, 1].map(fivePercentsBelow)).toEqual([0, 50, 90, 100]);
  });
});
