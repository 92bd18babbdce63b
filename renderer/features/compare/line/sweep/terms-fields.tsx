import { NumberField } from '../../../../components/fields/number-field.tsx';
import { useMessages } from '../../../../i18n/messages.tsx';
import type { Terms } from '../line-sides.ts';

interface TermsFieldsProps {
  readonly terms: Terms;
  readonly onTerms: (terms: Terms) => void;
}

/** The worst conversion that sales accepts: a question for the room. */
export const LeastRateField = ({ terms, onTerms }: TermsFieldsProps) => (
  <TermField
    of="leastRate"
    value={terms.leastRate === null ? null : Math.round(terms.leastRate * 10_000) / 100}
    onValue={(percent) => onTerms({ ...terms, leastRate: percent === null ? null : Math.min(1, percent / 100) })}
  />
);

/** What an SQL is worth and what working a lead costs: only people know. */
export const WorthFields = ({ terms, onTerms }: TermsFieldsProps) => (
  <>
    <TermField
      of="valuePerSql"
      value={terms.valuePerSql}
      onValue={(valuePerSql) => onTerms({ ...terms, valuePerSql })}
    />
    <TermField
      of="costPerLead"
      value={terms.costPerLead}
      onValue={(costPerLead) => onTerms({ ...terms, costPerLead })}
    />
  </>
);

interface TermFieldProps {
  readonly of: keyof Terms;
  readonly value: number | null;
  /** Null for an empty field; no number below 0. */
  readonly onValue: (value: number | null) => void;
}

const TermField = ({ of, value, onValue }: TermFieldProps) => {
  const { t } = useMessages();
  return (
    <span className="line-terms">
      {t(`compare-line.${of}`)}
      <NumberField
        label={t(`compare-line.${of}`)}
        optional
        value={value ?? undefined}
        width={of === 'leastRate' ? 44 : 72}
        onChange={(typed) => onValue(typed === undefined || typed < 0 ? null : Math.min(typed, MOST))}
      />
    </span>
  );
};

/** As far as the app takes it. */
const MOST = 1e12;
