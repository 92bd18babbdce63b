import type { ReactNode } from 'react';
import type { CostMapping } from '../../../../../api/costs.ts';
import { type Choice, ChoiceField } from '../../../../components/fields/choice-field.tsx';
import { Segments } from '../../../../components/fields/segments.tsx';
import { useMessages } from '../../../../i18n/messages.tsx';
import { dateChoices, numberChoices, PARTS } from './cost-mapping-model.ts';
import type { CostsImportFlow } from './use-costs-import.ts';

interface CostColumnFieldsProps {
  readonly flow: Extract<CostsImportFlow, { readonly step: 'ready' }>;
  readonly onChange: (mapping: CostMapping) => void;
}

/** Whom, when, how much, and how the last two are written. */
export const CostColumnFields = ({ flow, onChange }: CostColumnFieldsProps) => {
  const { t } = useMessages();
  const { mapping, seen } = flow;
  const columns: readonly Choice<string>[] = seen.columns.map((label, index) => ({ value: String(index), label }));
  const isLong = mapping.layout === 'long';
  const shown = PARTS.filter((part) => isLong || part === 'source');
  return (
    <section className="cost-columns" aria-label={t('costs.file.columns')}>
      {seen.monthColumns > 0 && (
        <Segments
          label={t('costs.file.row')}
          value={mapping.layout}
          choices={(['long', 'wide'] as const).map((value) => ({
            value,
            label: t(`costs.file.row.${value}`, { count: seen.monthColumns }),
          }))}
          onChange={(layout) => onChange({ ...mapping, layout })}
        />
      )}
      <div className="cost-columns-fields">
        {shown.map((part) => (
          <Line key={part} label={t(`costs.file.${part}`)}>
            <ChoiceField
              label={t(`costs.file.${part}`)}
              value={mapping[part] === null ? '' : String(mapping[part])}
              choices={mapping[part] === null ? [{ value: '', label: t('costs.file.choose') }, ...columns] : columns}
              onChange={(value) => onChange({ ...mapping, [part]: value === '' ? null : Number(value) })}
            />
          </Line>
        ))}
        {isLong && (
          <Line label={t('costs.file.dates')}>
            <ChoiceField
              label={t('costs.file.dates')}
              value={mapping.dates ?? ''}
              choices={dateChoices(seen, t)}
              onChange={(value) => onChange({ ...mapping, dates: value === '' ? null : value })}
            />
          </Line>
        )}
        <Line label={t('costs.file.numbers')}>
          <ChoiceField
            label={t('costs.file.numbers')}
            value={mapping.numbers ?? ''}
            choices={numberChoices(seen, t)}
            onChange={(value) => onChange({ ...mapping, numbers: value === '' ? null : value })}
          />
        </Line>
      </div>
    </section>
  );
};

const Line = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className="cost-columns-line">
    <span className="secondary">{label}</span>
    {children}
  </div>
);
