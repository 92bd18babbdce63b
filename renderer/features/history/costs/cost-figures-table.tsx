import type { CostFigures, WorkshopCosts } from '../../../../api/costs.ts';
import { type Messages, useMessages } from '../../../i18n/messages.tsx';

/** A row a source, then all of them; a dash where there is no figure. */
export const CostFiguresTable = ({ costs }: { readonly costs: WorkshopCosts }) => {
  const messages = useMessages();
  const { t } = messages;
  const { sources, total, currency } = costs;
  return (
    <table className="history-table cost-figures">
      <caption className="only-heard">{t('costs.bySource')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('costs.source')}</th>
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
        {sources.map((source) => (
          <tr key={source.source ?? ''}>
            <th scope="row">{source.source ?? t('costs.noSource')}</th>
            <Figures figures={source} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('costs.all')}</th>
          <Figures figures={total} />
        </tr>
      </tfoot>
    </table>
  );
};

const COLUMNS = ['cost', 'leads', 'perLead', 'mqls', 'perMql', 'sqls', 'perSql', 'won', 'amount', 'return'] as const;
const IN_CURRENCY: readonly string[] = ['cost', 'perLead', 'perMql', 'perSql', 'amount'];

const Figures = ({ figures }: { readonly figures: CostFigures }) => {
  const messages = useMessages();
  return figuresOf(figures, messages).map((figure, index) => (
    <td className="number" key={COLUMNS[index]}>
      {figure}
    </td>
  ));
};

/** In the order of `COLUMNS`. Without a cost no lead is counted, so that there is nothing to show at all. */
function figuresOf(of: CostFigures, { format }: Messages): readonly string[] {
  if (of.costCents === null) return COLUMNS.map(() => '–');
  const money = (cents: number | null): string =>
    cents === null ? '–' : format.decimal(cents / 100, Math.abs(cents) < 10_000 ? 2 : 0);
  return [
    money(of.costCents),
    format.count(of.leads),
    money(of.costPerLeadCents),
    format.count(of.reached),
    money(of.costPerMqlCents),
    format.count(of.sqls),
    money(of.costPerSqlCents),
    format.count(of.won),
    money(of.wonCents),
    of.returnOnSpend === null ? '–' : format.percent(of.returnOnSpend),
  ];
}
