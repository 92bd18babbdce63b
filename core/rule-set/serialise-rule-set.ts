import type { Decay, Group, Level, Rule, RuleSet } from './rule-set.ts';

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
    ...own,
    ...defaultsLeftOut(rule),
  };
}

/** `JSON.stringify` leaves a key out whose value is undefined. */
function defaultsLeftOut(rule: Rule): object {
  if (rule.kind !== 'activity' && rule.kind !== 'inactivity') return {};
  const decay = briefDecay(rule.decay);
  if (rule.kind === 'activity') return { every: rule.every === 1 ? undefined : rule.every, decay };
  const isAnyActivity = rule.on.type === undefined && rule.on.if === undefined;
  return { on: isAnyActivity ? undefined : rule.on, max: rule.max === 1 ? undefined : rule.max, decay };
}

function briefDecay(decay: Decay): object | undefined {
  if (decay.kind === 'none') return undefined;
  return decay.kind === 'steps' && !decay.compound ? { ...decay, compound: undefined } : decay;
}
