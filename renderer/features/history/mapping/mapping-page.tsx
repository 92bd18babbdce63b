import { useRef, useState } from 'react';
import type { DelimitedMapping } from '../../../../api/import.ts';
import { Segments } from '../../../components/fields/segments.tsx';
import { Icon } from '../../../components/icon.tsx';
import { scrollRegion } from '../../../components/scroll-region.ts';
import type { MessageId } from '../../../i18n/catalogue.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { useStores } from '../../../stores/use-stores.tsx';
import { kilobytes } from '../kilobytes.ts';
import { ColumnsTable } from './columns-table.tsx';
import { FormMappings } from './form-mappings.tsx';
import { formFaults, withoutContraryForms } from './form-model.ts';
import { mappingFaults, ROW_KINDS, withRows } from './mapping-model.ts';
import { MappingOptions } from './mapping-options.tsx';
import type { MappingPartProps } from './mapping-part.ts';
import { PreviewTable } from './preview-table.tsx';
import { readMapping } from './read-mapping.ts';
import { StageMappings } from './stage-mappings.tsx';

/** What a row is, and what each column means; the file can be brought in once nothing is missing. */
export const MappingPage = (
  props: MappingPartProps & { readonly isBusy: boolean; readonly onRun: () => void; readonly onLeave: () => void },
) => {
  const { source, mapping, isBusy, onChange, onRun, onLeave } = props;
  const { t, format } = useMessages();
  const names = source.columns.map((column) => column.name);
  const faults = [...mappingFaults(mapping, names), ...formFaults(mapping, source.columns)];
  const change = (next: DelimitedMapping) => onChange(withoutContraryForms(next));
  const known = DELIMITER_MESSAGE[source.delimiter ?? ''];
  const delimiter = known === undefined ? (source.delimiter ?? '') : t(known);
  return (
    <div className="mapping">
      <header className="mapping-head">
        <div>
          <h1>{t('history.map.title')}</h1>
          <p className="secondary">
            {t('history.map.facts', {
              file: source.file,
              size: format.count(kilobytes(source.sizeBytes)),
              encoding: source.encoding,
              delimiter,
            })}
          </p>
          {source.preset !== null && (
            <p className="secondary">{t('history.map.preset', { preset: t(`history.map.preset.${source.preset}`) })}</p>
          )}
        </div>
        <span className="spring" />
        <MappingFiles {...props} />
      </header>
      <div className="mapping-body scroll" {...scrollRegion(t('history.map.title'))}>
        <div className="mapping-rows">
          <span className="secondary">{t('history.map.row')}</span>
          <Segments
            label={t('history.map.row')}
            value={mapping.rows}
            choices={ROW_KINDS.map((rows) => ({ value: rows, label: t(`history.map.rows.${rows}`) }))}
            onChange={(rows) => change(withRows(mapping, rows))}
          />
        </div>
        <ColumnsTable source={source} mapping={mapping} onChange={change} />
        <FormMappings source={source} mapping={mapping} onChange={change} />
        {mapping.rows !== 'activities' && <StageMappings source={source} mapping={mapping} onChange={change} />}
        <MappingOptions source={source} mapping={mapping} onChange={onChange} />
        <PreviewTable source={source} />
      </div>
      <footer className="mapping-foot">
        <button type="button" className="button primary" disabled={faults.length > 0 || isBusy} onClick={onRun}>
          {t('history.run')}
        </button>
        <button type="button" className="button" disabled={isBusy} onClick={onLeave}>
          {t('history.cancelFlow')}
        </button>
        <div role="status">
          <ul className="mapping-faults">
            {faults.map((fault) => (
              <li key={'column' in fault ? fault.column : fault.kind} className="broken">
                <Icon name="warning" size={12} />
                {t(`history.map.fault.${fault.kind}`, 'column' in fault ? { column: fault.column } : {})}
              </li>
            ))}
          </ul>
        </div>
      </footer>
    </div>
  );
};

const DELIMITER_MESSAGE: Readonly<Record<string, MessageId | undefined>> = {
  ',': 'history.map.comma',
  ';': 'history.map.semicolon',
  '|': 'history.map.bar',
  '\t': 'history.map.tab',
};

/** Keeps the mapping as the file that the command line reads too. */
const MappingFiles = ({ source, mapping, onChange }: MappingPartProps) => {
  const { t } = useMessages();
  const { bridge } = useStores();
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const load = async (file: File) => {
    const read = readMapping(await file.text());
    setRefused(read === null ? file.name : null);
    if (read !== null) onChange(read);
  };
  const save = () =>
    bridge.saveText(
      `${source.file.replace(/\.[^.]*$/u, '')}.mapping.json`,
      'application/json',
      `${JSON.stringify(mapping, null, 2)}\n`,
    );
  return (
    <div className="mapping-files">
      {refused !== null && (
        <span className="broken" role="alert">
          {t('history.map.loadFailed', { file: refused })}
        </span>
      )}
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('history.map.load')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file !== undefined) void load(file);
        }}
      />
      <button type="button" className="tool small" onClick={() => input.current?.click()}>
        <Icon name="folder" size={12} />
        {t('history.map.load')}
      </button>
      <button type="button" className="tool small" onClick={() => void save()}>
        <Icon name="file" size={12} />
        {t('history.map.save')}
      </button>
    </div>
  );
};
