import type { CostsFound } from '../../../../../api/costs.ts';
import { Icon } from '../../../../components/icon.tsx';
import { useMessages } from '../../../../i18n/messages.tsx';

interface CostNamesProps {
  readonly names: NonNullable<CostsFound['names']>;
  readonly onBy: (attribute: string) => void;
}

/** How many names of the file leads have: money that meets no lead is in no figure but the sum. */
export const CostNames = ({ names: { names, by, met, better }, onBy }: CostNamesProps) => {
  const { t, format } = useMessages();
  const counts = { count: names, names: format.count(names), met: format.count(met) };
  return (
    <div className="cost-names">
      {met < names && <Icon name="warning" size={12} />}
      <span>
        {by === null ? t('costs.file.namesNone', counts) : t('costs.file.names', { ...counts, attribute: by })}
      </span>
      {better !== null && (
        <button type="button" className="tool small" onClick={() => onBy(better.attribute)}>
          {t('costs.file.better', { attribute: better.attribute, met: format.count(better.met) })}
        </button>
      )}
    </div>
  );
};
