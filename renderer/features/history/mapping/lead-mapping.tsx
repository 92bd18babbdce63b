import { withOptional } from '../../../../core/rule-set/optional-key.ts';
import { type Choice, ChoiceField } from '../../../components/fields/choice-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { faultPlace } from '../fault-place.ts';
import { separatorsOffered } from './lead-model.ts';
import type { MappingPartProps } from './mapping-part.ts';

const ID = '';
const ONE = '';

/** How a row names its lead: by the id or by an attribute, and one lead a cell or several. */
export const LeadMapping = ({
  source,
  mapping,
  attributes,
  onChange,
}: MappingPartProps & { readonly attributes: readonly string[] }) => {
  const { t } = useMessages();
  const separators = mapping.rows === 'stages' ? separatorsOffered(mapping, source) : [];
  return (
    <div className="lead-mapping" {...faultPlace('lead')}>
      <span className="secondary">{t('history.lead.column', { column: mapping.lead })}</span>
      <ChoiceField
        label={t('history.lead.column', { column: mapping.lead })}
        value={mapping.leadBy ?? ID}
        choices={[
          { value: ID, label: t('history.lead.id') },
          ...attributes.map(
            (attribute): Choice<string> => ({ value: attribute, label: t('history.lead.attribute', { attribute }) }),
          ),
        ]}
        onChange={(attribute) => onChange(withOptional(mapping, 'leadBy', attribute === ID ? undefined : attribute))}
      />
      {separators.length > 0 && (
        <ChoiceField
          label={t('history.lead.several')}
          value={mapping.leadSeparator ?? ONE}
          choices={[
            { value: ONE, label: t('history.lead.one') },
            ...separators.map(
              (sign): Choice<string> => ({ value: sign, label: t('history.lead.separated', { sign }) }),
            ),
          ]}
          onChange={(sign) => onChange(withOptional(mapping, 'leadSeparator', sign === ONE ? undefined : sign))}
        />
      )}
    </div>
  );
};
