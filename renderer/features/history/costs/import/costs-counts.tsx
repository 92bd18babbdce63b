import type { CostsImportReport } from '../../../../../api/costs.ts';
import { Icon } from '../../../../components/icon.tsx';
import { useMessages } from '../../../../i18n/messages.tsx';
import { centDigits } from '../cost-money.ts';

interface CostsCountsProps {
  readonly counts: Pick<
    CostsImportReport,
    'read' | 'accepted' | 'cells' | 'sumCents' | 'replaced' | 'changed' | 'warnings'
  >;
  readonly rejected: number;
  readonly currency: string | null;
  readonly isDone: boolean;
}

/** What was read and what becomes, or became, of it. */
export const CostsCounts = ({ counts, rejected, currency, isDone }: CostsCountsProps) => {
  const { t, format } = useMessages();
  const { read, accepted, cells, sumCents, replaced, changed, warnings } = counts;
  const sum = format.cents(sumCents, centDigits([sumCents]));
  const tense = isDone ? 'done' : 'ahead';
  return (
    <div className="costs-counts">
      <dl>
        {(
          [
            ['read', read],
            ['accepted', accepted],
            ['rejected', rejected],
            ['replaced', replaced],
          ] as const
        ).map(([name, count]) => (
          <div key={name}>
            <dt>{t(`costs.file.count.${name}`)}</dt>
            <dd>{format.count(count)}</dd>
          </div>
        ))}
      </dl>
      <p className="secondary">
        {t('costs.file.cells', {
          count: cells,
          cells: format.count(cells),
          sum: currency === null ? sum : `${sum} ${currency}`,
        })}{' '}
        {replaced > 0 &&
          t(`costs.file.replaced.${tense}`, {
            count: replaced,
            replaced: format.count(replaced),
            changed: format.count(changed),
          })}
      </p>
      {warnings.length > 0 && (
        <ul className="cost-file-faults">
          {warnings.map((warning) => (
            <li key={warning}>
              <Icon name="warning" size={12} />
              {warning}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
