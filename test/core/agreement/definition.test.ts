import { describe, expect, it } from 'vitest';
import { definitionOf, definitionParts } from '../../../core/agreement/definition.ts';
import { draftRuleSet } from '../../../core/demo/demo-rule-set.ts';

describe('the definition of a qualified lead', () => {
  it('says the threshold, its least values, how far behaviour counts, how it fades, and what is further up', () => {
    const ruleSet = draftRuleSet();
    const [fit, engagement] = ruleSet.dimensions.map(({ name }) => name);
    expect(definitionOf(ruleSet, 'mql')).toEqual([
      {
        kind: 'reaches',
        level: 'MQL',
        total: 52,
        dimensions: [fit, engagement],
        minimums: [
          { dimension: fit, least: 10 },
          { dimension: engagement, least: 15 },
        ],
      },
      { kind: 'counts', dimension: fit, most: 60 },
      { kind: 'counts', dimension: engagement, most: 80 },
      { kind: 'fades', dimension: engagement, decay: { kind: 'half-life', days: 60 } },
      { kind: 'further', level: 'Hot', total: 80, minimums: [] },
      { kind: 'below' },
    ]);
  });

  it('calls a level further up that asks for as much in all and for more of one kind', () => {
    const draft = draftRuleSet();
    const [mql] = draft.levels;
    const [fit] = draft.dimensions;
    if (mql === undefined || fit === undefined) throw new Error('the demo has both');
    const picky = { ...mql, id: 'picky', name: 'Picky', dimensions: { ...mql.dimensions, [fit.id]: 30 } };
    const sentences = definitionOf({ ...draft, levels: [mql, picky] }, 'mql');
    expect(sentences.filter(({ kind }) => kind === 'further')).toEqual([
      { kind: 'further', level: 'Picky', total: 52, minimums: [{ dimension: fit.name, least: 30 }] },
    ]);
  });

  it('names the rules that rule a lead out, and leaves out how rules fade that do not fade alike', () => {
    const draft = draftRuleSet();
    const rules = draft.rules.map((rule, index) =>
      rule.kind === 'activity' && index === draft.rules.findLastIndex(({ kind }) => kind === 'activity')
        ? { ...rule, disqualifies: true, decay: { kind: 'expire', days: 7 } as const }
        : rule,
    );
    const kinds = definitionOf({ ...draft, rules }, 'mql');
    expect(kinds.map(({ kind }) => kind)).toEqual(['reaches', 'counts', 'counts', 'never', 'further', 'below']);
  });

  it('is empty for a level that is not there', () => {
    expect(definitionOf(draftRuleSet(), 'none')).toEqual([]);
  });

  it('as written has values between pairs of asterisks', () => {
    expect(definitionParts('An **MQL** from **50 points** on. 2 ** 3')).toEqual([
      { text: 'An ', isValue: false },
      { text: 'MQL', isValue: true },
      { text: ' from ', isValue: false },
      { text: '50 points', isValue: true },
      { text: ' on. 2 ** 3', isValue: false },
    ]);
    expect(definitionParts('')).toEqual([]);
  });
});
