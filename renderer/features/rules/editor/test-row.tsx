import type { ValueCount } from '../../../../api/contract.ts';
import { valueShape, valuesOf, withOperator, withValues } from '../../../../core/rule-set/edit-operator.ts';
import { OPERATORS, type Scalar, type Subject, type Test } from '../../../../core/rule-set/rule-set.ts';
import { readScalar, scalarText } from '../../../../core/rule-set/scalar-text.ts';
import { ChoiceField } from '../../../components/fields/choice-field.tsx';
import { NumberField } from '../../../components/fields/number-field.tsx';
import { SuggestionField, SuggestionsField } from '../../../components/fields/suggestion-field.tsx';
import { TextField } from '../../../components/fields/text-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { columnKey } from '../../../stores/history-store.ts';
import { useHistory } from '../../../stores/use-stores.tsx';
import { faultAt, useRuleEditing } from '../rule-editing.tsx';
import { useHistoryNames } from '../use-history-names.ts';
import type { SubjectKind } from './subject-kinds.ts';

interface TestRowProps<S extends Subject> {
  readonly kind: SubjectKind<S>;
  readonly test: Test<S>;
  readonly path: string;
  readonly number: string;
  readonly onChange: (next: Test<S>) => void;
}

/** Subject, test and, where the test asks for one, a value with what the history holds on offer. */
export const TestRow = <S extends Subject>(props: TestRowProps<S>) => {
  const { kind, test, path, number, onChange } = props;
  const { t } = useMessages();
  const { faults } = useRuleEditing();
  const names = useHistoryNames();
  const subject = kind.read(test);
  const offered = useOffered(kind, subject);
  return (
    <div className="test">
      <SuggestionField
        label={t('rules.when.subject', { number, of: kind.key })}
        value={subject}
        suggestions={kind.key === 'attribute' ? names.attributes : names.properties}
        onChange={(name) => onChange(kind.write(test, name))}
        fault={faultAt(faults, `${path}.${kind.key}`)}
      />
      <ChoiceField
        label={t('rules.when.test', { number, of: kind.key })}
        value={test.op}
        choices={OPERATORS.map((op) => ({ value: op, label: t(`rules.op.${op}`) }))}
        onChange={(op) => onChange(withOperator(test, op, offered[0]?.value ?? ''))}
        fault={faultAt(faults, `${path}.op`)}
      />
      <ValueField {...props} offered={offered} />
    </div>
  );
};

const ValueField = <S extends Subject>(props: TestRowProps<S> & { readonly offered: readonly ValueCount[] }) => {
  const { kind, test, path, number, onChange } = props;
  const { t, format } = useMessages();
  const { faults } = useRuleEditing();
  const wantValues = useHistory((state) => state.wantValues);
  const values = valuesOf(test);
  const label = t('rules.when.value', { number, of: kind.key });
  const fault = faultAt(faults, `${path}.value`, true);
  switch (valueShape(test.op)) {
    case 'none':
      return null;
    case 'texts':
      return (
        <div className="test-value">
          <SuggestionsField
            label={label}
            values={values.map(scalarText).filter((text) => text !== '')}
            suggestions={props.offered.map((one) => offeredText(one.value))}
            countOf={(text) => {
              const rows = props.offered.find((one) => offeredText(one.value) === text)?.rows;
              return rows === undefined ? undefined : format.count(rows);
            }}
            onOpen={() => wantValues(kind.table, kind.read(test))}
            onChange={(texts) => onChange(withValues(test, texts.length === 0 ? [''] : texts.map(readScalar)))}
            {...(values.length < 2 ? { placeholder: t('rules.when.more') } : {})}
            fault={fault}
          />
        </div>
      );
    case 'number':
      return (
        <div className="test-value">
          <NumberField
            label={label}
            value={numeric(values[0])}
            onChange={(value) => onChange({ ...test, value })}
            width={96}
            fault={fault}
          />
        </div>
      );
    case 'range': {
      const low = numeric(values[0]);
      const high = numeric(values[1]);
      return (
        <div className="test-value test-range">
          <NumberField
            label={t('rules.when.low', { number, of: kind.key })}
            value={low}
            onChange={(value) => onChange({ ...test, value: [value, high] })}
            width={80}
            fault={fault}
          />
          <span className="secondary">{t('rules.when.to')}</span>
          <NumberField
            label={t('rules.when.high', { number, of: kind.key })}
            value={high}
            onChange={(value) => onChange({ ...test, value: [low, value] })}
            width={80}
          />
        </div>
      );
    }
    case 'date':
      return (
        <div className="test-value">
          <TextField
            label={label}
            value={String(values[0] ?? '')}
            placeholder={t('rules.when.datePattern')}
            onChange={(value) => onChange({ ...test, value })}
            fault={fault}
          />
        </div>
      );
  }
};

const useOffered = <S extends Subject>(kind: SubjectKind<S>, subject: string): readonly ValueCount[] => {
  const types = useHistory((state) => state.summary?.activityTypes ?? NONE);
  const values = useHistory((state) => state.values[columnKey(kind.table, subject)]);
  return kind.table === 'activities' && subject === 'type' ? types : (values ?? NONE);
};

const NONE: readonly ValueCount[] = [];

/** As it is typed: a value of the history that stands in quotes itself is put into another pair. */
const offeredText = (value: string): string => (value.startsWith('"') ? scalarText(value) : value);

const numeric = (value: Scalar | undefined): number =>
  typeof value === 'number' ? value : Number(value ?? Number.NaN);
