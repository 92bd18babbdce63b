import type { ActivityRule, Decay, InactivityRule, Rule, RuleKind } from './rule-set.ts';

export const RULE_KINDS = [
  'attribute',
  'bands',
  'counter',
  'activity',
  'inactivity',
] as const satisfies readonly RuleKind[];

/** What a new rule speaks of, as far as the history tells. */
export interface Subjects {
  readonly attribute: string;
  /** A column of numbers, for bands and counters. */
  readonly measure: string;
  readonly activityType: string;
}

/** Keeps what both kinds have in common (name, place, points, the gate on the lead, fading) and fills in the rest. */
export const changeRuleKind = (rule: Rule, kind: RuleKind, subjects: Subjects): Rule => {
  if (rule.kind === kind) return rule;
  const { id, name, dimension, enabled, disqualifies } = rule;
  const common = {
    id,
    name,
    dimension,
    enabled,
    disqualifies,
    ...(rule.group === undefined ? {} : { group: rule.group }),
  };
  const gate = rule.if === undefined || isPlaceholder(rule) ? {} : { if: rule.if };
  const points = pointsOf(rule);
  const decay = decayOf(rule);
  switch (kind) {
    case 'attribute':
      return { ...common, kind, points, if: rule.if ?? { attribute: subjects.attribute, op: 'exists' } };
    case 'bands':
      return { ...common, ...gate, kind, attribute: measureOf(rule) ?? subjects.measure, bands: [{ points }] };
    case 'counter':
      return { ...common, ...gate, kind, attribute: measureOf(rule) ?? subjects.measure, points };
    case 'activity': {
      const on = 'on' in rule && hasFilter(rule) ? rule.on : { type: [subjects.activityType] };
      return { ...common, ...gate, kind, points, on, every: 1, decay };
    }
    case 'inactivity':
      return {
        ...common,
        ...gate,
        kind,
        points: -Math.abs(points),
        afterDays: 30,
        on: 'on' in rule ? rule.on : {},
        max: 1,
        decay,
      };
  }
};

/** An attribute rule of 10 points: the kind from which the others are chosen. */
export const newRule = (name: string, dimension: string, group: string | undefined, subjects: Subjects): Rule => ({
  id: '',
  name,
  kind: 'attribute',
  dimension,
  ...(group === undefined ? {} : { group }),
  enabled: true,
  disqualifies: false,
  points: 10,
  if: { attribute: subjects.attribute, op: 'exists' },
});

const NO_DECAY: Decay = { kind: 'none' };

/** The test that a new attribute rule begins with says nothing worth keeping as a gate. */
const isPlaceholder = (rule: Rule): boolean => rule.kind === 'attribute' && 'op' in rule.if && rule.if.op === 'exists';

const pointsOf = (rule: Rule): number => (rule.kind === 'bands' ? (rule.bands[0]?.points ?? 0) : rule.points);

const decayOf = (rule: Rule): Decay => ('decay' in rule ? rule.decay : NO_DECAY);

const measureOf = (rule: Rule): string | undefined => ('attribute' in rule ? rule.attribute : undefined);

const hasFilter = (rule: ActivityRule | InactivityRule): boolean =>
  rule.on.type !== undefined || rule.on.if !== undefined;
