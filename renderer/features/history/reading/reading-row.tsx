import type { ReactNode } from 'react';
import type { FileReading } from '../../../../api/import.ts';
import { type Choice, ChoiceField } from '../../../components/fields/choice-field.tsx';
import type { MessageId } from '../../../i18n/catalogue.ts';
import { type Messages, useMessages } from '../../../i18n/messages.tsx';
import { faultPlace } from '../fault-place.ts';
import type { FlowFile } from '../flow-files.ts';
import { encodingLabel, OTHER_ENCODINGS, USUAL_ENCODINGS } from './encodings.ts';
import { DELIMITERS, FOUND_OUT, foundOut, isWorkbook, withHeader, withStated } from './reading-model.ts';

/** How the file is written, as it was found out; each of it can be overruled, and the rows beneath show what comes of it. */
export const ReadingRow = ({
  file,
  isBusy,
  onRead,
}: {
  readonly file: FlowFile;
  readonly isBusy: boolean;
  readonly onRead: (reading: FileReading) => void;
}) => {
  const messages = useMessages();
  const { t } = messages;
  const { inspected, reading } = file;
  const sheets = inspected.kind === 'table' ? inspected.sheets : [];
  const found = (key: 'encoding' | 'delimiter' | 'sheet', label: (value: string) => string) => {
    const value = foundOut(inspected, reading, key);
    return {
      value: FOUND_OUT,
      label: value === null ? t('history.read.findOut') : t('history.read.found', { value: label(value) }),
    };
  };
  return (
    <fieldset className="reading-row" aria-label={t('history.read.title')} disabled={isBusy} {...faultPlace('reading')}>
      {!isWorkbook(inspected) && (
        <>
          <Labelled label={t('history.read.encoding')}>
            <ChoiceField
              label={t('history.read.encoding')}
              value={reading.encoding ?? FOUND_OUT}
              choices={[
                found('encoding', encodingLabel),
                ...[...USUAL_ENCODINGS, ...OTHER_ENCODINGS].map(
                  (name): Choice<string> => ({ value: name, label: encodingLabel(name) }),
                ),
              ]}
              onChange={(encoding) => onRead(withStated(reading, 'encoding', encoding))}
            />
          </Labelled>
          <Labelled label={t('history.read.delimiter')}>
            <ChoiceField
              label={t('history.read.delimiter')}
              value={reading.delimiter ?? FOUND_OUT}
              choices={[
                found('delimiter', (sign) => delimiterLabel(messages, sign)),
                ...DELIMITERS.map((sign): Choice<string> => ({ value: sign, label: delimiterLabel(messages, sign) })),
              ]}
              onChange={(delimiter) => onRead(withStated(reading, 'delimiter', delimiter))}
            />
          </Labelled>
        </>
      )}
      {sheets.length > 0 && (
        <Labelled label={t('history.read.sheet')}>
          <ChoiceField
            label={t('history.read.sheet')}
            value={reading.sheet ?? FOUND_OUT}
            choices={[
              found('sheet', (name) => name),
              ...sheets.map((name): Choice<string> => ({ value: name, label: name })),
            ]}
            onChange={(sheet) => onRead(withStated(reading, 'sheet', sheet))}
          />
        </Labelled>
      )}
      <Labelled label={t('history.read.firstRow')}>
        <ChoiceField
          label={t('history.read.firstRow')}
          value={reading.header ?? 'first'}
          choices={[
            { value: 'first', label: t('history.read.headings') },
            { value: 'none', label: t('history.read.noHeadings') },
          ]}
          onChange={(header) => onRead(withHeader(reading, header))}
        />
      </Labelled>
    </fieldset>
  );
};

const Labelled = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className="reading-choice">
    <span className="hint">{label}</span>
    {children}
  </div>
);

const DELIMITER_MESSAGE: Readonly<Record<string, MessageId | undefined>> = {
  ',': 'history.map.comma',
  ';': 'history.map.semicolon',
  '|': 'history.map.bar',
  '\t': 'history.map.tab',
  ':': 'history.map.colon',
};

const delimiterLabel = ({ t }: Messages, sign: string): string => {
  const known = DELIMITER_MESSAGE[sign];
  return known === undefined ? sign : t(known);
};
