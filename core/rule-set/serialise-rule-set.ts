import type { ActivityFilter, Decay, Group, Level, Rule, RuleSet } from './rule-set.ts';

/** The rule set as a JSON document to read and keep: what equals its default is left out. `parseRuleSet` reads it back the same. */
export function serialiseRuleSet(ruleSet: RuleSet): string {
  const { format, name, description, total, dimensions, groups, ignore, rules, levels, recycle } = ruleSet;
  const document = {
    format,
    name,
    ...(description === '' ? {} : { description }),
    ...(total.min === undefined && total.max === undefined ? {} : { total }),
    dimensions,
    ...(groups.length === 0 ? {} : { groups: groups.map(briefGroup) }),
    ...(ignore.length === 0 ? {} : { ignore }),
    rules: rules.map(briefRule),
    levels: levels.map(briefLevel),
    ...(recycle === undefined ? {} : { recycle }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function briefGroup({ combine, ...rest }: Group): object {
  return combine === 'sum' ? rest : { ...rest, combine };
}

function briefLevel({ dimensions, ...rest }: Level): object {
  return Object.keys(dimensions).length === 0 ? rest : { ...rest, dimensions };
}

function briefRule(rule: Rule): object {
  const { id, name, kind, dimension, group, enabled, disqualifies, ...own } = rule;
  return {
    id,
    name,
    kind,
    dimension,
    ...(group === undefined ? {} : { group }),
    ...(enabled ? {} : { enabled }),
    ...(disqualifies ? { disqualifies } : {}),
    ...briefOwnKeys(kind, own),
  };
}

function briefOwnKeys(kind: Rule['kind'], own: object): object {
  return Object.fromEntries(Object.entries(own).flatMap(([key, value]) => {
    if (key === 'every' && value === 1) return [];
    if (key === 'max' && kind === 'inactivity' && value === 1) return [];
    if (key === 'on' && kind === 'inactivity' && isAnyActivity(value)) return [];
    if (key === 'decay') return briefDecay(value);
    return [[key, value]];
  }));
}

function isAnyActivity(on: ActivityFilter): boolean {
  return on.type === undefined && on.if === undefined;
}

function briefDecay(decay: Decay): [string, object][] {
  if (decay.kind === 'none') return [];
  if (decay.kind !== 'steps' || decay.compound) return [['decay', decay]];
  const { compound: _, ...rest } = decay;
  return [['decay', rest]];
}
