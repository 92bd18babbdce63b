/** A template as a rule set: on the columns of a history, or by itself with canonical names. */
import type { Recycle, Rule, RuleSet } from '../rule-set/rule-set.ts';
import type { Columns, CountedValue } from './columns.ts';
import { canonicalRule, mapRule, type WhyUnmapped } from './map-rule.ts';
import type { SlotId, Template } from './template.ts';
import { type TemplateWords, wordOf } from './template-words.ts';

export interface MappedTemplate {
  readonly ruleSet: RuleSet;
  readonly mapped: readonly MappedSlot[];
  /** What the history has no column for, in the order of the template. */
  readonly unmapped: readonly UnmappedSlot[];
  /** Left out since it would clear nothing of what could be mapped; null: none was. */
  readonly idleRecycle: Recycle | null;
}

export interface MappedSlot {
  readonly rule: Rule['id'];
  readonly slot: SlotId;
  /** The attribute or property that fills the slot; null: types of activities do. */
  readonly column: string | null;
  /** Values that the rule takes or could take, most frequent first, at most 50; empty where there is nothing to choose. */
  readonly offered: readonly CountedValue[];
}

export interface UnmappedSlot {
  readonly slot: SlotId;
  /** The rule that it would have made, with canonical names: to be mended and added by hand. */
  readonly rule: Rule;
  readonly why: WhyUnmapped;
}

/** Without a history. */
export const templateRuleSet = (template: Template, words: TemplateWords): RuleSet =>
  ruleSetOf(
    template,
    words,
    template.rules.map((rule) => canonicalRule(rule, wordOf(words, `name.${rule.id}`))),
  ).ruleSet;

export function mapTemplate(template: Template, columns: Columns, words: TemplateWords): MappedTemplate {
  const rules: Rule[] = [];
  const mapped: MappedSlot[] = [];
  const unmapped: UnmappedSlot[] = [];
  for (const rule of template.rules) {
    const name = wordOf(words, `name.${rule.id}`);
    const outcome = mapRule(rule, name, columns);
    if (outcome.kind === 'mapped') {
      const { slot, column, offered } = outcome;
      rules.push(outcome.rule);
      mapped.push({ rule: rule.id, slot, column, offered });
    } else {
      unmapped.push({ slot: rule.from[0].slot, rule: canonicalRule(rule, name), why: outcome.why });
    }
  }
  return { ...ruleSetOf(template, words, rules), mapped, unmapped };
}

function ruleSetOf(
  { id, total, dimensions, groups, levels, recycle }: Template,
  words: TemplateWords,
  rules: readonly Rule[],
): Pick<MappedTemplate, 'ruleSet' | 'idleRecycle'> {
  const named = <T extends { readonly id: string }>(part: T) => {
    const { id: partId, ...rest } = part;
    return { id: partId, name: wordOf(words, `name.${partId}`), ...rest };
  };
  const clear = (recycle?.clear ?? []).filter((dimension) =>
    rules.some((rule) => rule.dimension === dimension && (rule.kind === 'activity' || rule.kind === 'inactivity')),
  );
  return {
    ruleSet: {
      format: 'accord.rule-set/1',
      name: wordOf(words, `title.${id}`),
      description: wordOf(words, `about.${id}`),
      total,
      dimensions: dimensions.map(named),
      groups: groups.map(named),
      ignore: [],
      rules,
      levels: levels.map(named),
      ...(recycle === undefined || clear.length === 0 ? {} : { recycle: { ...recycle, clear } }),
    },
    idleRecycle: recycle !== undefined && clear.length === 0 ? recycle : null,
  };
}
