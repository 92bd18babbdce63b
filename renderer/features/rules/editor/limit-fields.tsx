import { withOptional } from '../../../../core/rule-set/optional-key.ts';
import type { Limits } from '../../../../core/rule-set/rule-set.ts';
import { NumberField } from '../../../components/fields/number-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { faultAt, useRuleEditing } from '../rule-editing.tsx';
import { FieldLine } from './editor-section.tsx';

/** The least and the most that a sum counts for. */
export const LimitFields = (props: {
  readonly limits: Limits;
  readonly path: string;
  readonly onChange: (next: Limits, field: 'min' | 'max') => void;
}) => {
  const { t } = useMessages();
  const { faults } = useRuleEditing();
  const { limits, path, onChange } = props;
  return (
    <>
      <FieldLine words={t('rules.structure.least')} after={t('rules.structure.unit')}>
        <NumberField
          label={t('rules.structure.least')}
          optional
          placeholder={t('rules.gives.open')}
          width={72}
          value={limits.min}
          onChange={(min) => onChange(withOptional(limits, 'min', min), 'min')}
          fault={faultAt(faults, `${path}.min`)}
        />
      </FieldLine>
      <FieldLine words={t('rules.structure.most')} after={t('rules.structure.unit')}>
        <NumberField
          label={t('rules.structure.most')}
          optional
          placeholder={t('rules.gives.open')}
          width={72}
          value={limits.max}
          onChange={(max) => onChange(withOptional(limits, 'max', max), 'max')}
          fault={faultAt(faults, `${path}.max`) ?? faultAt(faults, path)}
        />
      </FieldLine>
      <p className="hint">{t('rules.structure.limitsHint')}</p>
    </>
  );
};
