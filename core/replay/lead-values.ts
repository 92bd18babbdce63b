/** What an attribute, bands or counter rule finds in each lead, before points and `max`. */
import { conditionMask, leadTable } from '../conditions/row-mask.ts';
import { readNumber } from '../history/cell.ts';
import { type History, MISSING } from '../history/history.ts';
import type { AttributeRule, BandsRule, CounterRule } from '../rule-set/rule-set.ts';
import { sharedFloat64, sharedFrom } from './shared-columns.ts';

/**
 * By lead, NaN where the rule gives nothing: 1 for an attribute rule that holds, the index of the band, or the counter's
 * number (above 0, not yet held to `max`).
 */
export type LeadValues = Float64Array;

export function leadValues(rule: AttributeRule | BandsRule | CounterRule, history: History): LeadValues {
  const table = leadTable(history);
  const gate = conditionMask(rule.if, table);
  const values = (valueOfLead: (lead: number) => number): LeadValues =>
    sharedFrom(sharedFloat64(history.leads.count), valueOfLead);
  if (rule.kind === 'attribute') return values((lead) => (gate[lead] === 1 ? 1 : Number.NaN));
  const column = table.column(rule.attribute);
  const valueOfCode = (column?.cells ?? []).map((cell) => {
    const number = readNumber(cell);
    if (number === null) return Number.NaN;
    return rule.kind === 'bands' ? bandOf(rule, number) : number > 0 ? number : Number.NaN;
  });
  return values((lead) =>
    gate[lead] === 1 ? (valueOfCode[column?.codes[lead] ?? MISSING] ?? Number.NaN) : Number.NaN,
  );
}

/** Index of the band that holds the number (`from` included, `to` excluded), or NaN. */
function bandOf(rule: BandsRule, number: number): number {
  const index = rule.bands.findIndex(
    (band) => number >= (band.from ?? Number.NEGATIVE_INFINITY) && number < (band.to ?? Number.POSITIVE_INFINITY),
  );
  return index < 0 ? Number.NaN : index;
}
