import { useState } from 'react';
import type { WorkshopCosts } from '../../../../api/costs.ts';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { CostCell } from './cost-cell.tsx';
import { centDigits } from './cost-money.ts';
import { type MonthCell, monthsOfYear } from './costs-model.ts';
import type { CostsOnScreen } from './use-costs.ts';

interface CostMonthsProps {
  readonly costs: WorkshopCosts;
  readonly year: string;
  readonly store: CostsOnScreen['store'];
}

/** A year of costs, a row a source: each cell can be typed in, and has the leads of its month below. */
export const CostMonthsTable = ({ costs, year, store }: CostMonthsProps) => {
  const { t, format } = useMessages();
  const [added, setAdded] = useState<readonly string[]>([]);
  const named = costs.sources.flatMap(({ source }) => (source === null ? [] : [source]));
  const fresh = added.filter((name) => !named.some((known) => known.toLowerCase() === name.toLowerCase()));
  const months = monthsOfYear(costs.sources, year);
  const cellsOf = (name: string) =>
    monthsOfYear(
      costs.sources.filter(({ source }) => source === name),
      year,
    );
  const digits = centDigits(months.map(({ amountCents }) => amountCents));
  const monthName = ({ month }: MonthCell) => format.month(Date.parse(`${month}-15T12:00:00Z`));
  return (
    <>
      <div className="cost-months scroll" {...scrollRegion(t('costs.ofYear', { year }))}>
        <table className="history-table">
          <caption className="only-heard">{t('costs.ofYear', { year })}</caption>
          <thead>
            <tr>
              <th scope="col">{costs.by ?? t('costs.source')}</th>
              {months.map((cell) => (
                <th scope="col" className="number" key={cell.month}>
                  {monthName(cell)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...named, ...fresh].map((name) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cellsOf(name).map((cell) => (
                  <td className="number" key={cell.month}>
                    <CostCell
                      label={t('costs.cell', { source: name, month: `${monthName(cell)} ${year}` })}
                      amountCents={cell.amountCents}
                      store={(amountCents) => store(name, cell.month, amountCents)}
                    />
                    <Leads leads={cell.leads} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('costs.all')}</th>
              {months.map((cell) => (
                <td className="number" key={cell.month}>
                  {cell.amountCents === null ? '–' : format.cents(cell.amountCents, digits)}
                  <Leads leads={cell.leads} />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      <AddSource onAdd={(name) => setAdded([...added, name])} />
    </>
  );
};

const Leads = ({ leads }: { readonly leads: number }) => {
  const { t, format } = useMessages();
  return <p className="hint">{t('costs.leadsOf', { count: leads, leads: format.count(leads) })}</p>;
};

/** For money that went to a source that no lead has. */
const AddSource = ({ onAdd }: { readonly onAdd: (name: string) => void }) => {
  const { t } = useMessages();
  const [name, setName] = useState('');
  return (
    <form
      className="cost-add"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        onAdd(name.trim());
        setName('');
      }}
    >
      <input
        className="field-input"
        autoComplete="off"
        maxLength={1000}
        aria-label={t('costs.newSource')}
        placeholder={t('costs.newSource')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" className="button">
        {t('costs.addSource')}
      </button>
    </form>
  );
};
