import type { WorkshopCosts } from '../../../../api/costs.ts';
import { costsWithoutLeads } from '../../../../core/costs/without-leads.ts';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { centDigits } from './cost-money.ts';

/** Names that were paid for and that no lead bears: listed with their sums, for they are in the total. */
export const NobodysCosts = ({ costs }: { readonly costs: WorkshopCosts }) => {
  const { t, format } = useMessages();
  const { sources } = costsWithoutLeads(costs);
  if (sources.length === 0) return null;
  const digits = centDigits(sources.map(({ costCents }) => costCents));
  const label = t('costs.nobodys', { count: sources.length });
  return (
    <section>
      <h2>{label}</h2>
      <p className="secondary">
        {costs.by === null ? t('costs.nobodysWhyNone') : t('costs.nobodysWhy', { attribute: costs.by })}
      </p>
      <div className="nobodys-costs scroll" {...scrollRegion(label)}>
        <ul>
          {sources.map(({ source, costCents }) => (
            <li key={source ?? ''}>
              <span>{source}</span>
              <span className="figure">{costCents === null ? '–' : format.cents(costCents, digits)}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
};
