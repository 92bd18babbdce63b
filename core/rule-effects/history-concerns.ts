/** What a rule set tells together with a history: values that never occur, attributes that leak, rules that count the same. */
import { cellMask } from '../conditions/cell-mask.ts';
import type { Table } from '../conditions/table.ts';
import type { LeakingAttribute } from '../quality/finding.ts';
import type { CompiledReplay } from '../replay/compile.ts';
import { valueShape, valuesOf } from '../rule-set/edit-operator.ts';
import type { Rule, RuleSet } from '../rule-set/rule-set.ts';
import { attributesOfRule, type HistoryNames, keptOutReads, lackingNames } from '../rule-set/rule-set-warnings.ts';
import { sizeOfBoth } from './lead-set.ts';
import type { Leaking, NeverOccurs, RuleConcern, SameLeads, TodaysValue } from './rule-concern.ts';
import type { RuleEffect } from './rule-effects.ts';
import type { RuleTouches } from './rule-touches.ts';
import { type RuleTest, testsOfRule } from './written-concerns.ts';

/** With fewer known outcomes among the touched a rate tells little. */
const FEWEST_KNOWN = 20;

export interface HistoryKnowledge {
  readonly compiled: CompiledReplay;
  readonly names: HistoryNames;
  readonly touches: RuleTouches;
  /** In the order of the rule set. */
  readonly effects: readonly RuleEffect[];
  /** Attributes that the workshop keeps out of rules. */
  readonly keptOut: readonly string[];
  /** What speaks for an attribute having been filled in with the outcome; null: nothing. */
  readonly leakOf: (attribute: string) => LeakingAttribute | null;
}

/** Of the rules that are switched on, in their order. */
export function historyConcerns(ruleSet: RuleSet, known: HistoryKnowledge): readonly RuleConcern[] {
  const lacking = lackingNames(ruleSet, known.names);
  const kept = keptOutReads(ruleSet, known.keptOut);
  return ruleSet.rules.flatMap((rule, index): readonly RuleConcern[] => {
    if (!rule.enabled) return [];
    const path = `rules[${index}]`;
    const unknown = lacking.filter((name) => name.path.startsWith(`${path}.`));
    return [
      ...unknown.map(({ kind: of, name, path: place }) => ({
        kind: 'unknownName' as const,
        ruleId: rule.id,
        path: place,
        of,
        name,
      })),
      ...neverOccurring(rule, path, known),
      ...kept
        .filter((read) => read.rule.id === rule.id)
        .map(({ path: place, attribute }): Leaking => ({ kind: 'keptOut', ruleId: rule.id, path: place, attribute })),
      ...leaks(rule, path, known),
      ...fewLeads(rule, path, known.effects),
      ...sameLeads(ruleSet, rule, path, known),
    ];
  });
}

/** Negations hold for missing cells too, and are left alone. */
const NEGATIONS = new Set(['isNot', 'notContains', 'missing']);

function neverOccurring(rule: Rule, path: string, { compiled }: HistoryKnowledge): readonly NeverOccurs[] {
  return testsOfRule(rule, path).flatMap(({ of, name, test, path: place }): readonly NeverOccurs[] => {
    const table = of === 'attribute' ? compiled.parts.tables.leads : compiled.parts.tables.activities;
    if (table.column(name) === undefined || NEGATIONS.has(test.op)) return [];
    const said = { kind: 'neverOccurs', ruleId: rule.id, path: place, of, name } as const;
    if (valueShape(test.op) !== 'texts')
      return occurs(test, name, table) ? [] : [{ ...said, value: null, hasOthers: false }];
    const values = valuesOf(test);
    const missing = values.filter((value) => !occurs({ ...test, value }, name, table));
    return missing.map((value) => ({ ...said, value: String(value), hasOthers: missing.length < values.length }));
  });
}

/** Whether a cell of the column passes; entry 0 of a mask is the missing cell. */
function occurs(test: RuleTest['test'], name: string, table: Table): boolean {
  const column = table.column(name);
  const mask = 'attribute' in test ? cellMask(test, column, table) : cellMask(test, column, table);
  return mask.includes(1, 1);
}

/** A number that was counted up to the day of the export is one thing, an attribute filled in with the outcome another. */
function leaks(rule: Rule, path: string, { keptOut, leakOf }: HistoryKnowledge): readonly (Leaking | TodaysValue)[] {
  return attributesOfRule(rule).flatMap((attribute): readonly (Leaking | TodaysValue)[] => {
    const signs = leakOf(attribute)?.signs ?? [];
    const said = { ruleId: rule.id, path, attribute };
    const todays = signs.flatMap((sign) => (sign.kind === 'todaysTotal' ? sign.types : []));
    const isTodays = signs.some(
      (sign) => sign.kind === 'todaysTotal' || (sign.kind === 'heading' && sign.suggests === 'total'),
    );
    const isLeaking = signs.some(
      (sign) => sign.kind !== 'todaysTotal' && !(sign.kind === 'heading' && sign.suggests === 'total'),
    );
    return [
      ...(isTodays ? [{ ...said, kind: 'todaysValue', types: todays } as const] : []),
      ...(isLeaking && !keptOut.includes(attribute) ? [{ ...said, kind: 'leaking' } as const] : []),
    ];
  });
}

function fewLeads(rule: Rule, path: string, effects: readonly RuleEffect[]): readonly RuleConcern[] {
  const touched = effects.find(({ ruleId }) => ruleId === rule.id)?.touched;
  if (touched === undefined) return [];
  if (touched.leads === 0) return [{ kind: 'nobodyTouched', ruleId: rule.id, path }];
  return touched.observed < FEWEST_KNOWN ? [{ kind: 'fewKnown', ruleId: rule.id, path, known: touched.observed }] : [];
}

const NEARLY_ALL = 0.98;

/**
 * Rules of one kind (attributes apart from activities) whose touched leads are 98 % the same. Where they touch nearly
 * everybody that says nothing: any two rules that do have these leads in common. The untouched must be as much alike, then.
 */
function sameLeads(ruleSet: RuleSet, rule: Rule, path: string, { touches }: HistoryKnowledge): readonly SameLeads[] {
  if (rule.kind !== 'attribute' && rule.kind !== 'activity') return [];
  const own = touches.byRule.get(rule.id);
  const all = sum(touches.all);
  if (own === undefined) return [];
  const size = sum(own.counts);
  return ruleSet.rules.flatMap((other): readonly SameLeads[] => {
    if (other.id === rule.id || other.kind !== rule.kind || !other.enabled) return [];
    const theirs = touches.byRule.get(other.id);
    if (theirs === undefined) return [];
    const otherSize = sum(theirs.counts);
    if (size < FEWEST_KNOWN || Math.min(size, otherSize) < NEARLY_ALL * Math.max(size, otherSize)) return [];
    const both = sizeOfBoth(own.set, theirs.set);
    const either = size + otherSize - both;
    const neither = all - either;
    if (both < NEARLY_ALL * either || neither < NEARLY_ALL * (all - both)) return [];
    return [{ kind: 'sameLeads', ruleId: rule.id, path, other: other.id, both, either }];
  });
}

const sum = (counts: Float64Array): number => counts.reduce((all, one) => all + one, 0);
