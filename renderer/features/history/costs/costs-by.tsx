import type { WorkshopCosts } from '../../../../api/costs.ts';
import { ChoiceField } from '../../../components/fields/choice-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';

interface CostsByProps {
  readonly costs: WorkshopCosts;
  readonly isReadOnly: boolean;
  readonly onChange: (attribute: string | null) => void;
}

/** The attribute whose values the costs name: a source, a campaign. */
export const CostsBy = ({ costs, isReadOnly, onChange }: CostsByProps) => {
  const { t } = useMessages();
  const { by, isByChosen, attributes } = costs;
  const usual = isByChosen || by === null ? t('costs.by.usual') : t('costs.by.usualNamed', { attribute: by });
  return (
    <span className="costs-by">
      <span className="secondary">{t('costs.by')}</span>
      {isReadOnly ? (
        <span>{isByChosen ? by : usual}</span>
      ) : (
        <ChoiceField
          label={t('costs.by')}
          value={isByChosen ? (by ?? '') : ''}
          choices={[{ value: '', label: usual }, ...attributes.map((name) => ({ value: name, label: name }))]}
          onChange={(name) => onChange(name === '' ? null : name)}
        />
      )}
    </span>
  );
};
