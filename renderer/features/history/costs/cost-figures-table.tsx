import type { CostFigures, WorkshopCosts } from '../../../../api/costs.ts';
import { costsWithoutLeads, isWithoutLeads } from '../../../../core/costs/without-leads.ts';
import { type Messages, useMessages } from '../../../i18n/messages.tsx';
import { centDigits, quotientDigits } from './cost-money.ts';

/** A row a source, then all of them; a dash where there is no figure. Names that no lead bears are one row. */
export const CostFiguresTable = ({ costs }: { readonly costs: WorkshopCosts }) => {
  const messages = useMessages();
  const { t, format } = messages;
  const { sources, total, currency, by } = costs;
  const digits = digitsOf(costs);
  const nobodys = costsWithoutLeads(costs);
  const what = by ?? t('costs.source');
  return (
    <table className="history-table cost-figures">
      <caption className="only-heard">{t('costs.byWhat', { what })}</caption>
      <thead>
        <tr>
          <th scope="col">{what}</th>
          {COLUMNS.map((column) => (
            <th scope="col" className="number" key={column}>
              {IN_CURRENCY.includes(column) && currency !== null
                ? t('costs.inCurrency', { what: t(`costs.${column}`), currency })
                : t(`costs.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sources
          .filter((source) => !isWithoutLeads(source))
          .map((source) => (
            <tr key={source.source ?? ''}>
              <th scope="row">{source.source ?? t('costs.noSource')}</th>
              <Figures figures={source} digits={digits} />
            </tr>
          ))}
        {nobodys.sources.length > 0 && (
          <tr>
            <th scope="row">{t('costs.nobodys', { count: nobodys.sources.length })}</th>
            <td className="number">{format.cents(nobodys.costCents, digits.amount)}</td>
            <td colSpan={COLUMNS.length - 1} />
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('costs.all')}</th>
          <Figures figures={total} digits={digits} />
        </tr>
      </tfoot>
    </table>
  );
};

const COLUMNS = [
  'cost',
  'leads',
  'perLead',
  'mqls',
  'perMql',
  'matured',
  'sqls',
  'perSql',
  'won',
  'amount',
  'return',
] as const;
const IN_CURRENCY: readonly string[] = ['cost', 'perLead', 'perMql', 'perSql', 'amount'];

interface Digits {
  readonly amount: 0 | 2;
  readonly perLead: 0 | 2;
  readonly perMql: 0 | 2;
  readonly perSql: 0 | 2;
  readonly won: 0 | 2;
}

/** By column, so that the figures of one stand under each other. */
function digitsOf({ sources, total }: WorkshopCosts): Digits {
  const all: readonly CostFigures[] = [...sources, total];
  const known = all.filter(({ costCents }) => costCents !== null);
  return {
    amount: centDigits(all.map(({ costCents }) => costCents)),
    perLead: quotientDigits(all.map(({ costPerLeadCents }) => costPerLeadCents)),
    perMql: quotientDigits(all.map(({ costPerMqlCents }) => costPerMqlCents)),
    perSql: quotientDigits(all.map(({ costPerSqlCents }) => costPerSqlCents)),
    won: centDigits(known.map(({ wonCents }) => wonCents)),
  };
}

const Figures = ({ figures, digits }: { readonly figures: CostFigures; readonly digits: Digits }) => {
  const messages = useMessages();
  return figuresOf(figures, digits, messages).map((figure, index) => (
    <td className="number" key={COLUMNS[index]}>
      {figure}
    </td>
  ));
};

/** In the order of `COLUMNS`. Without a cost no lead is counted, so that there is nothing to show at all. */
function figuresOf(of: CostFigures, digits: Digits, { format }: Messages): readonly string[] {
  if (of.costCents === null) return COLUMNS.map(() => '–');
  const money = (cents: number | null, decimals: 0 | 2): string =>
    cents === null ? '–' : format.cents(cents, decimals);
  return [
    money(of.costCents, digits.amount),
    format.count(of.leads),
    money(of.costPerLeadCents, digits.perLead),
    format.count(of.reached),
    money(of.costPerMqlCents, digits.perMql),
    format.count(of.matured),
    format.count(of.sqls),
    money(of.costPerSqlCents, digits.perSql),
    format.count(of.won),
    money(of.wonCents, digits.won),
    // Costs that meet no lead are not lost money: the names may be of another kind.
    of.returnOnSpend === null || of.leads === 0 ? '–' : format.percent(of.returnOnSpend),
  ];
}
