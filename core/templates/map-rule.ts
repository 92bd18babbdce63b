/** One rule of a template on the columns at hand. */
import type { ActivityRule, Rule } from '../rule-set/rule-set.ts';
import type { Columns, CountedValue, NamedColumn } from './columns.ts';
import { canonicalActivity, findActivity } from './find-activity.ts';
import { attributeSlot, columnsFor } from './find-column.ts';
import { canonicalReading, readColumn } from './read-column.ts';
import type {
  ActivitySource,
  AttributeSource,
  BandsSource,
  PropertySource,
  Readings,
  Repeat,
  SlotId,
  Source,
  TemplateRule,
} from './template.ts';

/** `noColumn`: nothing of the history means it; `wrongKind`, `noValue`: a column does, and cannot be read or never says so. */
export type WhyUnmapped =
  | { readonly kind: 'noColumn' }
  | { readonly kind: 'wrongKind'; readonly column: string; readonly found: NamedColumn['kind'] }
  | { readonly kind: 'noValue'; readonly column: string }
  | { readonly kind: 'noActivity' };

export type RuleOutcome =
  | {
      readonly kind: 'mapped';
      readonly rule: Rule;
      readonly slot: SlotId;
      /** The attribute or property that fills the slot; null: a type of activity does. */
      readonly column: string | null;
      readonly offered: readonly CountedValue[];
    }
  | { readonly kind: 'unmapped'; readonly why: WhyUnmapped };

/** The rule made of the first source that the history has; else why its first one could not be had. */
export function mapRule(rule: TemplateRule, name: string, columns: Columns): RuleOutcome {
  const outcomes = rule.from.map((source) => mapSource(rule, name, source, columns));
  const mapped = outcomes.find(({ kind }) => kind === 'mapped');
  if (mapped !== undefined) return mapped;
  const telling = outcomes.find((one) => one.kind === 'unmapped' && 'column' in one.why);
  return telling ?? outcomes[0] ?? NO_COLUMN;
}

/** As it is where there is no history. */
export function canonicalRule(rule: TemplateRule, name: string): Rule {
  const [source] = rule.from;
  const place = placeOf(rule, name);
  switch (source.kind) {
    case 'attribute': {
      const { column, kind } = attributeSlot(source.slot);
      return attributeRule(place, source, canonicalReading('attribute', column, readingOf(source.reads, kind)));
    }
    case 'bands':
      return { ...place, kind: 'bands', attribute: attributeSlot(source.slot).column, bands: source.bands };
    case 'property': {
      const { column, kind } = attributeSlot(source.slot);
      return propertyRule(place, source, { if: canonicalReading('property', column, readingOf(source.reads, kind)) });
    }
    case 'activity':
      return activityRule(place, source, canonicalActivity(source.slot));
    case 'silence':
      return silenceRule(place, source);
  }
}

const NO_COLUMN: RuleOutcome = { kind: 'unmapped', why: { kind: 'noColumn' } };

function mapSource(rule: TemplateRule, name: string, source: Source, columns: Columns): RuleOutcome {
  const place = placeOf(rule, name);
  switch (source.kind) {
    case 'attribute':
      return onFirst(source, columns.attributes, kindsOf(source.reads), (column) => {
        const reading = source.reads[column.kind];
        const found = reading && readColumn('attribute', column.name, reading, columns.values('leads', column.name));
        return found && { rule: attributeRule(place, source, found.condition), offered: found.offered };
      });
    case 'property':
      return onFirst(source, columns.properties, kindsOf(source.reads), (column) => {
        const reading = source.reads[column.kind];
        const found =
          reading && readColumn('property', column.name, reading, columns.values('activities', column.name));
        return found && { rule: propertyRule(place, source, { if: found.condition }), offered: found.offered };
      });
    case 'bands':
      return onFirst(source, columns.attributes, ['number'], ({ name: attribute, kind }) => {
        if (kind !== 'number' || columns.values('leads', attribute).length === 0) return null;
        return { rule: { ...place, kind: 'bands', attribute, bands: source.bands }, offered: [] };
      });
    case 'activity': {
      const found = findActivity(source.slot, columns);
      if (found === null) return { kind: 'unmapped', why: { kind: 'noActivity' } };
      const { on, column, offered } = found;
      return { kind: 'mapped', rule: activityRule(place, source, on), slot: source.slot, column, offered };
    }
    case 'silence': {
      if (columns.types.length === 0) return { kind: 'unmapped', why: { kind: 'noActivity' } };
      return { kind: 'mapped', rule: silenceRule(place, source), slot: source.slot, column: null, offered: [] };
    }
  }
}

type Made = { readonly rule: Rule; readonly offered: readonly CountedValue[] };

/** The first column that makes a rule; else why the likeliest does not. */
function onFirst(
  { slot }: AttributeSource | BandsSource | PropertySource,
  columns: readonly NamedColumn[],
  kinds: readonly NamedColumn['kind'][],
  make: (column: NamedColumn) => Made | null | undefined,
): RuleOutcome {
  const candidates = columnsFor(attributeSlot(slot), columns, kinds);
  for (const column of candidates) {
    const made = make(column);
    if (made) return { kind: 'mapped', slot, column: column.name, ...made };
  }
  const [likeliest] = candidates;
  if (likeliest === undefined) return NO_COLUMN;
  const { name: column, kind } = likeliest;
  const why: WhyUnmapped = kinds.includes(kind)
    ? { kind: 'noValue', column }
    : { kind: 'wrongKind', column, found: kind };
  return { kind: 'unmapped', why };
}

const COLUMN_KINDS = ['number', 'yes/no', 'date', 'text'] as const;
const kindsOf = (reads: Readings) => COLUMN_KINDS.filter((kind) => reads[kind] !== undefined);

/** A slot whose canonical kind the rule does not read takes the first that it does. */
function readingOf(reads: Readings, kind: NamedColumn['kind']) {
  const reading = reads[kind] ?? Object.values(reads)[0];
  if (reading === undefined) throw new TypeError('a source reads no kind of column');
  return reading;
}

type Place = Pick<Rule, 'id' | 'name' | 'dimension' | 'group' | 'enabled' | 'disqualifies'>;

const placeOf = ({ id, dimension, group, disqualifies }: TemplateRule, name: string): Place => ({
  id,
  name,
  dimension,
  ...(group === undefined ? {} : { group }),
  enabled: true,
  disqualifies: disqualifies ?? false,
});

const attributeRule = (
  place: Place,
  { points }: AttributeSource,
  condition: Extract<Rule, { kind: 'attribute' }>['if'],
): Rule => ({ ...place, kind: 'attribute', points, if: condition });

const propertyRule = (place: Place, { points }: PropertySource, on: ActivityRule['on']): Rule => ({
  ...place,
  kind: 'activity',
  points,
  on,
  every: 1,
  max: 1,
  decay: { kind: 'none' },
});

const activityRule = (place: Place, { points, ...repeat }: ActivitySource, on: ActivityRule['on']): Rule => ({
  ...place,
  kind: 'activity',
  points,
  on,
  ...repeatOf(repeat),
});

const repeatOf = ({ every, max, withinDays, cooldownDays, decay }: Repeat) => ({
  every: every ?? 1,
  ...(withinDays === undefined ? {} : { withinDays }),
  ...(cooldownDays === undefined ? {} : { cooldownDays }),
  ...(max === undefined ? {} : { max }),
  decay: decay ?? ({ kind: 'none' } as const),
});

const silenceRule = (place: Place, source: Extract<Source, { kind: 'silence' }>): Rule => ({
  ...place,
  kind: 'inactivity',
  points: source.points,
  afterDays: source.afterDays,
  on: {},
  max: source.max,
  decay: source.decay,
});
