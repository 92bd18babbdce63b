import type { CostFigures, CostsImportReport, SourceCosts, WorkshopCosts } from '../../api/costs.ts';
import { costsWithoutLeads } from '../../core/costs/without-leads.ts';

/** What was read of the file and what became of its rows; every rejected one with its reason. */
export function importLines({ file, encoding, columns, rejected, ...counts }: CostsImportReport): readonly string[] {
  return [
    `Read ${file} (${encoding}), columns ${columns.join(', ')}.`,
    `costs: ${counts.read} read, ${counts.accepted} accepted, ${rejected.length} rejected.`,
    ...(counts.replaced === 0
      ? []
      : [
          `Of ${counts.cells} costs by source and month ${counts.replaced} were known before and were replaced, ${counts.changed} of them by another amount.`,
        ]),
    ...rejected.map(
      ({ line, column, value, reason }) =>
        `Rejected: line ${line}${column === null ? '' : `, ${column} “${value ?? ''}”`}: ${reason}`,
    ),
    ...counts.warnings.map((warning) => `Warning: ${warning}`),
    '',
  ];
}

/** Of each source its figures and, a line each, its months; what no cost is known of is said, not counted as 0. */
export function costLines(costs: WorkshopCosts): readonly string[] {
  const { by, currency, sources, total } = costs;
  if (total.costCents === null) return ['No costs are known yet.'];
  const known = sources.filter(({ costCents }) => costCents !== null);
  const unknown = sources.filter(({ costCents }) => costCents === null).map(({ source }) => source ?? '(no source)');
  const nobodys = costsWithoutLeads(costs);
  return [
    `Costs are by ${by === null ? 'source, which the leads do not tell' : `the attribute “${by}”`}.`,
    ...known.flatMap((source) => [
      `${source.source ?? '(no source)'}: ${figures(source, currency)}`,
      ...source.months.map((month) => `  ${month.month}  ${monthWords(month, currency)}`),
      ...(source.leads + source.leadsWithoutCost === 0 ? ['  No lead has this name.'] : []),
    ]),
    `All: ${figures(total, currency)}`,
    ...(nobodys.sources.length === 0
      ? []
      : [
          `No lead has ${nobodys.sources.length} of the ${known.length} names that costs are known of; they cost ${money(nobodys.costCents, currency)}.`,
        ]),
    ...(unknown.length === 0 ? [] : [`No costs are known of: ${unknown.join(', ')}.`]),
    ...(total.leadsWithoutCost === 0 ? [] : [`Left out: ${total.leadsWithoutCost} leads of months without a cost.`]),
  ];
}

function monthWords({ amountCents, leads }: SourceCosts['months'][number], currency: string | null): string {
  const cost = amountCents === null ? 'no cost known, left out' : money(amountCents, currency);
  return `${cost}, ${leads} ${leads === 1 ? 'lead' : 'leads'}`;
}

function figures(of: CostFigures, currency: string | null): string {
  const { costCents, leads, reached, matured, sqls, won, wonCents, returnOnSpend } = of;
  const each = (cents: number | null): string => (cents === null ? 'no figure' : `${money(cents, currency)} each`);
  return [
    costCents === null ? 'no cost known' : money(costCents, currency),
    `${leads} leads (${each(of.costPerLeadCents)})`,
    `${reached} MQL (${each(of.costPerMqlCents)})`,
    `${sqls} SQL of ${matured} matured (${each(of.costPerSqlCents)})`,
    `${won} won, ${money(wonCents, currency)}`,
    `return on spend ${returnOnSpend === null ? 'no figure' : `${(returnOnSpend * 100).toFixed(1)} %`}`,
  ].join(', ');
}

function money(cents: number, currency: string | null): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const amount = `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  return currency === null ? amount : `${amount} ${currency}`;
}
