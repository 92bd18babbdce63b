import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRuleSet } from '../../../core/rule-set/parse-rule-set.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import { historyNames, ruleSetWarnings } from '../../../core/rule-set/rule-set-warnings.ts';
import { serialiseRuleSet } from '../../../core/rule-set/serialise-rule-set.ts';
import { TEMPLATES } from '../../../core/templates/all-templates.ts';
import { mapTemplate } from '../../../core/templates/map-template.ts';
import { profileHistory } from '../../../services/history/history-profile.ts';
import { templateColumns } from '../../../services/templates/template-columns.ts';
import { type CellsByName, historyOf } from '../../support/history-of.ts';
import { randomHistory } from '../../support/random-history.ts';
import { lead, onHistory } from './scored-leads.ts';

const ruleOf = (ruleSet: RuleSet, id: string) => ruleSet.rules.find((rule) => rule.id === id);

const mapped = (cells: readonly CellsByName[]) =>
  onHistory('explicit-implicit', { leads: cells.map((one, index) => lead(`L${index}`, one)) });

const whyNot = (cells: readonly CellsByName[], rule: string) =>
  mapped(cells).unmapped.find((slot) => slot.rule.id === rule)?.why;

describe('a template on a history', () => {
  it('keeps every rule: mapped, or listed with the rule it would have made', () => {
    for (const template of TEMPLATES) {
      const { ruleSet, unmapped } = mapTemplate(
        template,
        templateColumns(profileHistory(historyOf({ leads: [lead('A', { country: 'Italy' })] }), null), []),
        {},
      );
      const ids = [...ruleSet.rules, ...unmapped.map(({ rule }) => rule)].map(({ id }) => id);
      expect(ids.toSorted()).toEqual(template.rules.map(({ id }) => id).toSorted());
    }
  });

  it('takes the words that occur, and offers the values that hold them', () => {
    const { ruleSet, mapped: slots } = mapped([
      { Stanowisko: 'Dyrektor sprzedaży' },
      { Stanowisko: 'Dyrektor sprzedaży' },
      { Stanowisko: 'Sales Director' },
      { Stanowisko: 'Directory clerk' },
    ]);
    expect(ruleOf(ruleSet, 'decides')).toMatchObject({
      if: { attribute: 'Stanowisko', op: 'hasWord', value: ['director', 'dyrektor'] },
    });
    expect(slots.find(({ rule }) => rule === 'decides')).toEqual({
      rule: 'decides',
      slot: 'jobFunction',
      column: 'Stanowisko',
      offered: [
        { value: 'Dyrektor sprzedaży', rows: 2 },
        { value: 'Sales Director', rows: 1 },
      ],
    });
  });

  it('chooses the values of most leads, spellings as one and "unknown" as none, and offers the others', () => {
    const countries = 'Italia,unknown,ITALIA,unknown,unknown,unknown,France,Polska,France,Italia,France'.split(',');
    const { ruleSet, mapped: slots } = mapped(countries.map((Paese) => ({ Paese })));
    expect(ruleOf(ruleSet, 'our-location')).toMatchObject({
      if: { attribute: 'Paese', op: 'is', value: ['France', 'Italia'] },
    });
    expect(slots.find(({ rule }) => rule === 'our-location')?.offered).toEqual([
      { value: 'France', rows: 3 },
      { value: 'Italia', rows: 3 },
      { value: 'Polska', rows: 1 },
    ]);
  });

  it('reads a yes in a column of answers and a 1 in a column of noughts and ones', () => {
    const conditionOf = (cells: readonly string[]) => {
      const rule = ruleOf(mapped(cells.map((is_customer) => ({ is_customer }))).ruleSet, 'existing-customer');
      return rule?.kind === 'attribute' ? rule.if : null;
    };
    expect(conditionOf(['yes', 'no'])).toEqual({ attribute: 'is_customer', op: 'is', value: true });
    expect(conditionOf(['1', '0'])).toEqual({ attribute: 'is_customer', op: 'is', value: 1 });
    expect(conditionOf(['Existing', 'New'])).toEqual({ attribute: 'is_customer', op: 'hasWord', value: 'existing' });
    expect(conditionOf(['1', '7'])).toBeNull();
  });

  it('says why a column will not do', () => {
    expect(whyNot([{ employees: '11-50' }], 'employees')).toEqual({
      kind: 'wrongKind',
      column: 'employees',
      found: 'text',
    });
    expect(whyNot([{ customer: 'no' }], 'existing-customer')).toEqual({ kind: 'noValue', column: 'customer' });
    expect(whyNot([{ job_title: 'Clerk' }], 'decides')).toEqual({ kind: 'noValue', column: 'job_title' });
    expect(whyNot([{ customer: 'no' }], 'decides')).toEqual({ kind: 'noColumn' });
    expect(whyNot([{ customer: 'no' }], 'quote-request')).toEqual({ kind: 'noActivity' });
  });

  it('offers no addresses of people', () => {
    const { ruleSet, mapped: slots } = onHistory('two-dimensions', { leads: [lead('A', { Email: 'ann@gmail.com' })] });
    expect(ruleOf(ruleSet, 'free-mail')).toMatchObject({ if: { op: 'endsWith', value: '@gmail.com' } });
    expect(slots.find(({ rule }) => rule === 'free-mail')?.offered).toEqual([]);
  });

  it('leaves a recycle out where it would clear nothing, and says so', () => {
    const still = onHistory('authority-budget-timing', { leads: [lead('A', { country: 'Italy' })] });
    expect(still.ruleSet.recycle).toBeUndefined();
    expect(still.idleRecycle).toEqual({ on: ['lost', 'rejected', 'recycled'], clear: ['reliability', 'behaviour'] });
    const acting = onHistory('authority-budget-timing', { leads: [lead('A', {}, [[1, 'webinar']])] });
    expect(acting.ruleSet.recycle).toEqual({ on: ['lost', 'rejected', 'recycled'], clear: ['behaviour'] });
  });

  it('is valid on any history, comes back the same from its file, and names nothing that the history lacks', () => {
    fc.assert(
      fc.property(randomHistory(), ({ history }) => {
        const columns = templateColumns(profileHistory(history, null), []);
        for (const template of TEMPLATES) {
          const { ruleSet } = mapTemplate(template, columns, {});
          expect(parseRuleSet(JSON.parse(serialiseRuleSet(ruleSet)))).toEqual({ ok: true, value: ruleSet });
          expect(ruleSetWarnings(ruleSet, historyNames(history), [])).toEqual([]);
        }
      }),
      { numRuns: 50 },
    );
  });
});
