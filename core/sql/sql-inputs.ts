/**
 * The tables that the SQL of a rule set reads:
 *
 * - `leads (lead, created_ms, …)`: a row a lead; `lead` is its place in the history, from 0.
 * - `activities (lead, seq, at_ms, …)`: `seq` counts all activities in the order lead, instant, file.
 * - `stages (lead, seq, at_ms, stage)`: `stage` as in `STAGE_NAMES`.
 * - `lead_facts (lead, in_cohort, outcome, horizon_ms, as_of_ms, won, won_amount)`: the leads that exist at
 *   `asOf`, with `outcome` as in `OUTCOMES`; null for an instant that does not exist.
 *
 * SQL cannot fold text as REPLAY.md does, so a cell comes in up to four readings, each a column of its own that is null
 * where the cell is missing or does not read so.
 */
import type { ColumnKind } from '../history/history.ts';
import type { ActivityFilter, Condition, Operator, RuleSet, Subject } from '../rule-set/rule-set.ts';
import { sqlNames } from './sql-text.ts';

/**
 * `text`: folded, as text operators and `distinctBy` compare it. `number`: a double. `instant`: milliseconds since 1970
 * UTC. `words`: the words of the folded text with a blank before and after each.
 */
export type Reading = 'text' | 'number' | 'instant' | 'words';

/** A column of `leads` or `activities` that a rule set needs. */
export interface InputColumn {
  /** The attribute or property. */
  readonly of: string;
  readonly reading: Reading;
  readonly sqlName: string;
}

export interface SqlInputs {
  readonly attributes: readonly InputColumn[];
  readonly properties: readonly InputColumn[];
}

/** What must be known of a history to write SQL for it. `created` and `type` need not be named. */
export interface DataColumns {
  readonly attributes: readonly DataColumn[];
  readonly properties: readonly DataColumn[];
  /** IANA name, in which dates without an offset are read. */
  readonly timeZone: string;
}

export interface DataColumn {
  readonly name: string;
  readonly kind: ColumnKind;
}

/** Exactly the columns that the SQL of the rule set reads; those that the data lacks are left out. */
export function sqlInputs(ruleSet: RuleSet, columns: DataColumns): SqlInputs {
  const attributes = wantedColumns([...columns.attributes, { name: 'created', kind: 'date' }]);
  const properties = wantedColumns([...columns.properties, { name: 'type', kind: 'text' }]);
  const filter = (wanted: ActivityFilter): void => {
    if (wanted.type !== undefined) properties.want('type', 'text');
    properties.condition(wanted.if);
  };
  for (const entry of ruleSet.ignore) filter(entry);
  for (const rule of ruleSet.rules) {
    attributes.condition(rule.if);
    if (rule.kind === 'bands' || rule.kind === 'counter') attributes.want(rule.attribute, 'number');
    if (rule.kind === 'activity' || rule.kind === 'inactivity') filter(rule.on);
    if (rule.kind === 'activity' && rule.distinctBy !== undefined) properties.want(rule.distinctBy, 'text');
  }
  return { attributes: attributes.named(), properties: properties.named() };
}

/** The readings that a test of an operator compares. */
function readingsOf(op: Operator, kind: ColumnKind): readonly Reading[] {
  switch (op) {
    case 'is':
    case 'isNot':
      if (kind === 'number') return ['number', 'text'];
      return kind === 'date' ? ['instant', 'text'] : ['text'];
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
    case 'between':
      return ['number'];
    case 'before':
    case 'onOrAfter':
      return ['instant'];
    case 'hasWord':
      return ['words'];
    default:
      return ['text'];
  }
}

function wantedColumns(data: readonly DataColumn[]) {
  const wanted = new Map<string, { readonly of: string; readonly reading: Reading }>();
  const want = (name: string, reading: Reading): void => {
    if (data.some((column) => column.name === name)) wanted.set(`${reading} ${name}`, { of: name, reading });
  };
  const condition = <S extends Subject>(part: Condition<S> | undefined): void => {
    if (part === undefined) return;
    if ('all' in part) part.all.forEach(condition);
    else if ('any' in part) part.any.forEach(condition);
    else if ('not' in part) condition(part.not);
    else {
      const name = 'attribute' in part ? String(part.attribute) : 'property' in part ? String(part.property) : '';
      const kind = data.find((column) => column.name === name)?.kind ?? 'text';
      for (const reading of readingsOf(part.op, kind)) want(name, reading);
    }
  };
  const named = (): readonly InputColumn[] => {
    const all = [...wanted.values()];
    const names = sqlNames(
      'cell',
      all.map((column) => `${column.of} ${column.reading}`),
    );
    return all.map((column, index) => ({ ...column, sqlName: names[index] ?? '' }));
  };
  return { want, condition, named };
}
