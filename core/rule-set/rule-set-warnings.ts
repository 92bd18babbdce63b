import type { History } from '../history/history.ts';
import { foldText } from '../text.ts';
import type { ActivityFilter, Condition, Rule, RuleSet } from './rule-set.ts';
import { keyPath } from './rule-set-faults.ts';

/**
 * What the rule set names and the history lacks (attributes, properties, activity types), dimensions that a recycle
 * clears without effect, and rules that read what the workshop keeps out of rules (`keptOut`, attributes; none where there
 * is no workshop). Each a sentence for the screen that names its place; the rule set is usable all the same.
 */
export function ruleSetWarnings(ruleSet: RuleSet, names: HistoryNames, keptOut: readonly string[]): readonly string[] {
  return [
    ...lackingNames(ruleSet, names).map(lackSentence),
    ...idleRecycleWarnings(ruleSet),
    ...keptOutReads(ruleSet, keptOut).map(
      ({ path, rule, attribute }) =>
        `${path}: the rule "${rule.name}" reads the attribute "${attribute}", which is kept out of rules since it may hold the outcome; the rule counts all the same.`,
    ),
  ];
}

/** A name that the rule set speaks of. */
export interface Named {
  readonly path: string;
  readonly kind: 'attribute' | 'property' | 'type';
  readonly name: string;
}

/** What the rule set names and the history lacks, in the order of the document. */
export function lackingNames(ruleSet: RuleSet, names: HistoryNames): readonly Named[] {
  const known = {
    attribute: new Set(['created', ...names.attributes]),
    property: new Set(['type', ...names.properties]),
    type: new Set(names.types.map(foldText)),
  };
  return namesIn(ruleSet).filter(({ kind, name }) => !known[kind].has(kind === 'type' ? foldText(name) : name));
}

function lackSentence({ path, kind, name }: Named): string {
  switch (kind) {
    case 'attribute':
      return `${path}: the leads have no attribute "${name}"; it counts as missing for every lead.`;
    case 'property':
      return `${path}: the activities have no property "${name}"; it counts as missing for every activity.`;
    case 'type':
      return `${path}: the history holds no activity of the type "${name}".`;
  }
}

/** A rule that reads an attribute which is kept out of rules. */
export interface KeptOutRead {
  /** Of the first place in the rule that reads it. */
  readonly path: string;
  readonly rule: Rule;
  readonly attribute: string;
}

/** In the order of the rules, each attribute once a rule. Rules that are switched off read nothing. */
export const keptOutReads = (ruleSet: RuleSet, keptOut: readonly string[]): readonly KeptOutRead[] =>
  ruleSet.rules.flatMap((rule, index) => {
    if (!rule.enabled) return [];
    const named = namesInRule(rule, `rules[${index}]`).filter(({ kind }) => kind === 'attribute');
    return keptOutOfRule(rule, keptOut).flatMap((attribute) => {
      const first = named.find(({ name }) => name === attribute);
      return first === undefined ? [] : [{ path: first.path, rule, attribute }];
    });
  });

/** The attributes that a rule reads, or would read were it switched on, though they are kept out of rules; each once. */
export const keptOutOfRule = (rule: Rule, keptOut: readonly string[]): readonly string[] =>
  keptOut.length === 0 ? [] : attributesOfRule(rule).filter((attribute) => keptOut.includes(attribute));

/** What rules can speak of. */
export interface HistoryNames {
  readonly attributes: readonly string[];
  readonly properties: readonly string[];
  /** Of activities, as in the file. */
  readonly types: readonly string[];
}

export const historyNames = ({ leads, activities }: History): HistoryNames => ({
  attributes: leads.attributes.map(({ name }) => name),
  properties: activities.properties.map(({ name }) => name),
  types: activities.type.cells,
});

/** The attributes that a rule reads, each once. */
export const attributesOfRule = (rule: Rule): readonly string[] => [
  ...new Set(
    namesInRule(rule, '')
      .filter(({ kind }) => kind === 'attribute')
      .map(({ name }) => name),
  ),
];

function namesIn(ruleSet: RuleSet): readonly Named[] {
  return [
    ...ruleSet.ignore.flatMap((filter, index) => namesInFilter(filter, `ignore[${index}]`)),
    ...ruleSet.rules.flatMap((rule, index) => namesInRule(rule, `rules[${index}]`)),
  ];
}

function namesInRule(rule: Rule, path: string): readonly Named[] {
  const gate = rule.if === undefined ? [] : namesInCondition(rule.if, keyPath(path, 'if'));
  switch (rule.kind) {
    case 'attribute':
      return gate;
    case 'bands':
    case 'counter':
      return [{ path: keyPath(path, 'attribute'), kind: 'attribute', name: rule.attribute }, ...gate];
    case 'activity': {
      const distinctBy: readonly Named[] =
        rule.distinctBy === undefined
          ? []
          : [{ path: keyPath(path, 'distinctBy'), kind: 'property', name: rule.distinctBy }];
      return [...gate, ...namesInFilter(rule.on, keyPath(path, 'on')), ...distinctBy];
    }
    case 'inactivity':
      return [...gate, ...namesInFilter(rule.on, keyPath(path, 'on'))];
  }
}

function namesInFilter(filter: ActivityFilter, path: string): readonly Named[] {
  const types = (filter.type ?? []).map(
    (name, index): Named => ({ path: `${path}.type[${index}]`, kind: 'type', name }),
  );
  return filter.if === undefined ? types : [...types, ...namesInCondition(filter.if, keyPath(path, 'if'))];
}

function namesInCondition(condition: Condition<'attribute'> | Condition<'property'>, path: string): readonly Named[] {
  if ('all' in condition)
    return condition.all.flatMap((inner, index) => namesInCondition(inner, `${path}.all[${index}]`));
  if ('any' in condition)
    return condition.any.flatMap((inner, index) => namesInCondition(inner, `${path}.any[${index}]`));
  if ('not' in condition) return namesInCondition(condition.not, `${path}.not`);
  return 'attribute' in condition
    ? [{ path: keyPath(path, 'attribute'), kind: 'attribute', name: condition.attribute }]
    : [{ path: keyPath(path, 'property'), kind: 'property', name: condition.property }];
}

function idleRecycleWarnings(ruleSet: RuleSet): readonly string[] {
  const clearable = new Set(
    ruleSet.rules.filter(({ kind }) => kind === 'activity' || kind === 'inactivity').map(({ dimension }) => dimension),
  );
  return (ruleSet.recycle?.clear ?? []).flatMap((id, index) =>
    clearable.has(id)
      ? []
      : [
          `recycle.clear[${index}]: the dimension "${id}" has no activity or inactivity rule, so nothing of it is ever cleared.`,
        ],
  );
}
