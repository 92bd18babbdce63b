import { useState } from 'react';
import type { SourceColumn } from '../../../../api/import.ts';
import { ChoiceField } from '../../../components/fields/choice-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { faultPlace } from '../fault-place.ts';
import { cellsOf, type FormChoice, formChoice, formsOffered, isReadByForm, readAs, withForm } from './form-model.ts';
import { FormRemarks } from './form-remarks.tsx';
import type { MappingPartProps } from './mapping-part.ts';

const EXAMPLES = 2;

/** How the cells of columns are written that are not plain: found where the rows tell, asked where they do not. */
export const FormMappings = ({ source, mapping, onChange }: MappingPartProps) => {
  const { t } = useMessages();
  const [added, setAdded] = useState<readonly string[]>([]);
  const columns = source.columns.filter(({ name }) => name !== '' && isReadByForm(mapping, name));
  const isListed = ({ name, written }: SourceColumn): boolean =>
    written !== undefined || added.includes(name) || !['undecided', 'text'].includes(formChoice(mapping, name));
  const listed = columns.filter(isListed);
  const others = columns.filter((column) => !isListed(column));
  return (
    <section className="mapping-section" aria-label={t('history.form.title')}>
      <h2>{t('history.form.title')}</h2>
      <p className="secondary">{t('history.form.about')}</p>
      {listed.map((column) => (
        <FormLine
          key={column.index}
          column={column}
          value={formChoice(mapping, column.name)}
          offered={formsOffered(mapping, column.name, cellsOf(column))}
          onChange={(choice) => onChange(withForm(mapping, column.name, choice))}
        />
      ))}
      {others.length > 0 && (
        <div className="form-adder">
          <ChoiceField
            label={t('history.form.add')}
            value=""
            choices={[
              { value: '', label: t('history.form.add') },
              ...others.map(({ name }) => ({ value: name, label: name })),
            ]}
            onChange={(name) => setAdded([...added, name])}
          />
        </div>
      )}
    </section>
  );
};

const FormLine = (props: {
  readonly column: SourceColumn;
  readonly value: FormChoice;
  readonly offered: readonly FormChoice[];
  readonly onChange: (choice: FormChoice) => void;
}) => {
  const { column, value, offered, onChange } = props;
  const { t } = useMessages();
  const cells = cellsOf(column);
  const exampleOf = (choice: FormChoice): string | null => {
    const cell = cells.find((one) => readAs(choice, one) !== null);
    return cell === undefined ? null : t('history.form.example', { cell, value: readAs(choice, cell) ?? '' });
  };
  const labelOf = (choice: FormChoice): string => {
    const example = exampleOf(choice);
    const name = t(`history.form.choice.${choice}`);
    return example === null ? name : t('history.form.choiceExample', { name, example });
  };
  const read = cells.flatMap((cell) => {
    const as = readAs(value, cell);
    return as === null ? [] : [t('history.form.example', { cell, value: as })];
  });
  const isUndecided = value === 'undecided';
  return (
    <div className="form-line" {...faultPlace(`form ${column.name}`)}>
      <span className="form-column">{column.name}</span>
      <ChoiceField
        label={t('history.form.of', { column: column.name })}
        value={value}
        choices={[
          ...(isUndecided ? [{ value, label: t('history.form.choice.undecided') }] : []),
          ...offered.map((choice) => ({ value: choice, label: labelOf(choice) })),
        ]}
        onChange={onChange}
      />
      <div className="form-remarks secondary">
        {read.length > 0 && <p>{read.slice(0, EXAMPLES).join(' · ')}</p>}
        <FormRemarks column={column} isUndecided={isUndecided} />
      </div>
    </div>
  );
};
