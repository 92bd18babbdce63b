/** Sets every field of a rule set on the designer's screens, from a new workshop on; which hands do it is not its business. */
import type { Locator, Page } from 'playwright-core';
import { valuesOf } from '../../core/rule-set/edit-operator.ts';
import type { Test } from '../../core/rule-set/rule-set.ts';
import { scalarText } from '../../core/rule-set/scalar-text.ts';
import { ENGLISH } from '../../renderer/i18n/catalogue.ts';
import type { Hands } from '../support/hands.ts';
import { ONE_OF_EACH } from '../support/rule-set-of-every-field.ts';

type AnyTest = Test<'attribute'> | Test<'property'>;

export async function designEveryField(page: Page, hands: Hands): Promise<void> {
  const designer = new DesignerByHand(page, hands);
  await designer.dimensionsAndGroups();
  await designer.attributeRules();
  await designer.numberRules();
  await designer.activityRules();
  await designer.inactivityRule();
  await designer.levels();
  await designer.wholeRuleSet();
}

class DesignerByHand {
  readonly #page: Page;
  readonly #hands: Hands;
  readonly #editor: Locator;

  constructor(page: Page, hands: Hands) {
    this.#page = page;
    this.#hands = hands;
    this.#editor = page.locator('.rule-editor');
  }

  async dimensionsAndGroups(): Promise<void> {
    await this.#open('Profile');
    await this.#named('Who they are', 'who');
    await this.#limits('-40', '60');
    await this.#press('Add a dimension');
    await this.#named('Intent', 'intent');
    await this.#limits('0', '');
    await this.#open('Behaviour');
    await this.#limits('', '90');
    await this.#press('Add a group in Behaviour');
    await this.#named('Website', 'web');
    await this.#press('Only the best rule');
    await this.#limits('-10', '40');
    // Begun in another dimension, and put where it belongs.
    await this.#press('Add a group in Intent');
    await this.#named('Person', 'person');
    await this.#hands.choose(this.#editor.getByRole('combobox', { name: 'Dimension' }), 'Who they are');
  }

  async attributeRules(): Promise<void> {
    await this.#rule('Person', 'Attribute', 'Decides', 'decides');
    await this.#write('Points', '15');
    await this.#test('lead', '1', { attribute: 'job_title', op: 'hasWord', value: ['director', 'owner'] });
    await this.#press('Add a condition on the lead');
    await this.#test('lead', '2', { attribute: 'country', op: 'is', value: 'CH' });
    await this.#press(/turn lead condition 2 round/u);
    await this.#press('Add a group of conditions on the lead');
    await this.#test('lead', '3.1', { attribute: 'employees', op: 'gte', value: 50 });
    await this.#press('Add a condition on the lead in 3');
    await this.#test('lead', '3.2', { attribute: 'founded', op: 'before', value: '2020-01-01' });

    await this.#rule('Person', 'Attribute', 'Asked in every way', 'asked');
    await this.#write('Points', '0');
    for (const [index, test] of ONE_OF_EACH.entries()) {
      if (index === 1) await this.#press('Or another condition on the lead');
      if (index > 1) await this.#press('Add a condition on the lead');
      await this.#test('lead', String(index + 1), test);
    }
    await this.#press(/^Disqualifies/u);
    await this.#tick('Counts');
  }

  async numberRules(): Promise<void> {
    await this.#rule('Person', 'Bands', 'Employees', 'size');
    await this.#write('Attribute', 'employees');
    await this.#write('Band 1: below', '50');
    await this.#write('Band 1: points', '5');
    await this.#press('Band');
    await this.#write('Band 2: below', '250');
    await this.#write('Band 2: points', '10.25');
    await this.#press('Band');
    await this.#write('Band 3: points', '-15');
    await this.#press('Only for some leads');
    await this.#test('lead', '1', { attribute: 'country', op: 'missing' });

    await this.#rule('Person', 'Counter', 'Visits', 'visits');
    await this.#write('Attribute', 'total_visits');
    await this.#write('Points', '2');
    await this.#write('Counted at most', '12');
    await this.#gateThatAsksNothing('every lead');
  }

  async activityRules(): Promise<void> {
    await this.#rule('Website', 'Activity', 'Pricing page', 'pricing');
    await this.#write('Points', '10');
    await this.#hands.writeEach(this.#field('Activity'), ['page_view', 'page_read']);
    await this.#press('Condition');
    await this.#test('activity', '1', { property: 'url', op: 'contains', value: '/pricing' });
    await this.#press('Only for some leads');
    await this.#test('lead', '1', { attribute: 'country', op: 'exists' });
    await this.#press('By count');
    await this.#write('Every', '3');
    await this.#write('At most', '4');
    await this.#write('Collected within', '30');
    await this.#write('Pause after points', '1.5');
    await this.#write('Once for each', 'url');
    await this.#press('Half-life');
    await this.#write('Fading, days', '45');

    await this.#press('Duplicate');
    await this.#named('Fades evenly', 'even');
    await this.#press('Evenly');
    await this.#write('Fading, days', '60');

    // A copy stands behind its original, so this one stands before the last.
    await this.#open('Pricing page');
    await this.#press('Duplicate');
    await this.#named('Once only', 'once');
    await this.#press('Once');
    await this.#press('Steps');
    await this.#write('Percent taken at each step', '25');
    await this.#write('Fading, days', '14');
    await this.#tick(/^Of what is left/u);
  }

  async inactivityRule(): Promise<void> {
    await this.#rule('Intent', 'Inactivity', 'Gone quiet', 'silent');
    await this.#write('Points', '-10');
    await this.#write('Silent for', '30');
    await this.#hands.writeEach(this.#field('The clock restarts at'), ['page_view']);
    await this.#write('At most', '3');
    await this.#gateThatAsksNothing('no lead');
    await this.#press('Expires');
    await this.#write('Fading, days', '90');
  }

  async levels(): Promise<void> {
    await this.#press(/^MQL 50/u);
    await this.#named('MQL', 'm');
    await this.#write('Score at least', '52');
    await this.#write('Who they are at least', '10');
    await this.#write('Intent at least', '-5');
    await this.#write('Followed up within', '36');
    await this.#press('Add a level');
    await this.#named('Hot', 'hot');
    await this.#write('Score at least', '80');
    await this.#write('Goes to', 'sales-urgent');
    await this.#write('Followed up within', '4');
  }

  async wholeRuleSet(): Promise<void> {
    await this.#press('Close');
    await this.#write('Name', 'Every field');
    await this.#write('Description', 'All that a rule set can say.');
    await this.#limits('-50', '150.5');
    await this.#press('Filter');
    await this.#hands.writeEach(this.#field('Left out 1'), ['email_click']);
    await this.#test('activity', '1', { property: 'agent', op: 'contains', value: 'scanner' });
    await this.#press('Filter');
    await this.#test(
      'activity',
      '1',
      { property: 'staff', op: 'is', value: true },
      this.#editor.locator('.ignore-filter').nth(1),
    );
    await this.#tick('recycled');
    await this.#tick('rejected');
    await this.#tick('Behaviour');
    await this.#tick('Intent');
  }

  async #rule(place: string, kind: string, name: string, id: string): Promise<void> {
    await this.#press(`Add a rule in ${place}`);
    await this.#hands.choose(this.#editor.getByRole('combobox', { name: 'Kind' }), kind);
    await this.#named(name, id);
  }

  async #named(name: string, id: string): Promise<void> {
    await this.#write('Name', name);
    await this.#write('Id in files', id);
  }

  async #limits(least: string, most: string): Promise<void> {
    await this.#write('At least', least);
    await this.#write('At most', most);
  }

  /** Subject, operator and value of one row. */
  async #test(of: 'lead' | 'activity', number: string, test: AnyTest, within = this.#editor): Promise<void> {
    const field = (label: string) =>
      within.getByLabel(`${label} of ${of} condition ${number}`, { exact: true }).first();
    const reads = within.getByRole('combobox', { name: `What ${of} condition ${number} reads`, exact: true }).first();
    await this.#hands.write(reads, 'attribute' in test ? test.attribute : test.property);
    await this.#hands.choose(field('Test'), ENGLISH[`rules.op.${test.op}`]);
    const values = valuesOf(test).map(scalarText);
    const [first = '', second = ''] = values;
    if (test.op === 'between') {
      await this.#hands.write(field('Highest'), second);
      await this.#hands.write(field('Lowest'), first);
    } else if (['lt', 'lte', 'gt', 'gte', 'before', 'onOrAfter'].includes(test.op)) {
      await this.#hands.write(field('Value'), first);
    } else if (values.length > 0) {
      await this.#hands.writeEach(field('Value'), values);
    }
  }

  async #gateThatAsksNothing(words: string): Promise<void> {
    await this.#press('Only for some leads');
    await this.#press('Put lead condition 1 in brackets');
    await this.#hands.choose(this.#editor.getByLabel('How the lead conditions join', { exact: true }), words);
  }

  async #open(name: string): Promise<void> {
    await this.#hands.press(this.#page.locator('.rule-list').getByRole('button', { name, exact: true }));
    await this.#editor.getByRole('textbox', { name: 'Name', exact: true }).waitFor();
  }

  #press(name: string | RegExp): Promise<void> {
    const exact = typeof name === 'string' ? { exact: true } : {};
    const control = this.#page
      .getByRole('button', { name, ...exact })
      .or(this.#page.getByRole('checkbox', { name, ...exact }));
    return this.#hands.press(control.first());
  }

  #tick(name: string | RegExp): Promise<void> {
    return this.#hands.press(
      this.#editor.getByRole('checkbox', { name, ...(typeof name === 'string' ? { exact: true } : {}) }),
    );
  }

  #write(label: string, text: string): Promise<void> {
    return this.#hands.write(this.#field(label), text);
  }

  /** The text field of that name; a slider may have the same. */
  #field(label: string): Locator {
    const named = { name: label, exact: true };
    return this.#editor.getByRole('textbox', named).or(this.#editor.getByRole('combobox', named)).first();
  }
}
