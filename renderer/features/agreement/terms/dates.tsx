import { FieldFault } from '../../../components/fields/field-fault.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import type { TermsProps } from './terms-props.ts';

const DATES = ['validFrom', 'validTo', 'nextReview'] as const;

/** From when to when it is valid, and when it is looked at again. */
export const Dates = ({ document, faults, onChange }: TermsProps) => {
  const { t, format } = useMessages();
  const fault = faults.find(({ path }) => DATES.some((date) => date === path));
  return (
    <dl className="hours-read">
      {DATES.map((field) => {
        const value = document[field];
        const name = t(`agreement.terms.${field}`);
        return (
          <div key={field}>
            <dt className="secondary">{name}</dt>
            <dd>
              {onChange === undefined ? (
                value === null ? (
                  t('agreement.terms.untilReplaced')
                ) : (
                  format.calendarDate(value)
                )
              ) : (
                <span className="date-field">
                  <input
                    type="date"
                    className="field-input"
                    aria-label={name}
                    value={value ?? ''}
                    onChange={(event) => {
                      const typed = event.currentTarget.value;
                      if (typed !== '') onChange({ ...document, [field]: typed }, name, field);
                      else if (field === 'validTo') onChange({ ...document, validTo: null }, name, field);
                    }}
                  />
                  {field === 'validTo' && value === null && (
                    <span className="hint">{t('agreement.terms.untilReplaced')}</span>
                  )}
                </span>
              )}
            </dd>
          </div>
        );
      })}
      <FieldFault fault={fault?.message} />
    </dl>
  );
};
