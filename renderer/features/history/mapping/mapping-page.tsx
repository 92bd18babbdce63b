import type { ReactNode } from 'react';
import type { DelimitedMapping, FileReading } from '../../../../api/import.ts';
import { Segments } from '../../../components/fields/segments.tsx';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import type { FlowFile } from '../flow-files.ts';
import { kilobytes } from '../kilobytes.ts';
import { ReadingRow } from '../reading/reading-row.tsx';
import { ColumnsTable } from './columns-table.tsx';
import { EarlierBanner } from './earlier-banner.tsx';
import { FormMappings } from './form-mappings.tsx';
import { withoutContraryForms } from './form-model.ts';
import { withoutContraryHash } from './hash-model.ts';
import { LeadMapping } from './lead-mapping.tsx';
import { MappingFiles } from './mapping-files.tsx';
import { ROW_KINDS, withRows } from './mapping-model.ts';
import { MappingOptions } from './mapping-options.tsx';
import type { MappingPartProps } from './mapping-part.ts';
import { PreviewTable } from './preview-table.tsx';
import { StageMappings } from './stage-mappings.tsx';

/** How one file is written, what a row of it is, and what each column means; `children`: what that would bring. */
export const MappingPage = (
  props: MappingPartProps & {
    readonly name: string;
    readonly file: FlowFile;
    /** What leads have that may stand for their id. */
    readonly attributes: readonly string[];
    readonly isBusy: boolean;
    readonly onRead: (reading: FileReading) => void;
    readonly onSwapBasis: () => void;
    readonly children: ReactNode;
  },
) => {
  const { name, file, source, mapping, attributes, isBusy, onChange } = props;
  const { t, format } = useMessages();
  const change = (next: DelimitedMapping) => onChange(withoutContraryHash(withoutContraryForms(next)));
  const part = { source, mapping, onChange: change };
  return (
    <div className="mapping">
      <header className="mapping-head">
        <div className="mapping-titles">
          <h1>{t('history.map.title')}</h1>
          <p className="secondary">
            {t('history.map.facts', { file: name, size: format.count(kilobytes(source.sizeBytes)) })}
          </p>
          {source.preset !== null && file.basis === 'proposed' && (
            <p className="secondary">{t('history.map.preset', { preset: t(`history.map.preset.${source.preset}`) })}</p>
          )}
        </div>
        <MappingFiles source={source} mapping={mapping} onChange={onChange} />
      </header>
      <div className="mapping-body scroll" {...scrollRegion(t('history.map.title'))}>
        {source.earlier !== null && (
          <EarlierBanner atMs={source.earlier.atMs} basis={file.basis} isBusy={isBusy} onSwap={props.onSwapBasis} />
        )}
        <div className="reading-part">
          <ReadingRow file={file} isBusy={isBusy} onRead={props.onRead} />
          {source.warnings.length > 0 && (
            <ul className="reading-warnings secondary" aria-label={t('history.read.remarks')}>
              {source.warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          )}
        </div>
        <PreviewTable source={source} />
        <div className="mapping-rows">
          <span className="secondary">{t('history.map.row')}</span>
          <Segments
            label={t('history.map.row')}
            value={mapping.rows}
            choices={ROW_KINDS.map((rows) => ({ value: rows, label: t(`history.map.rows.${rows}`) }))}
            onChange={(rows) => change(withRows(mapping, rows))}
          />
        </div>
        {mapping.rows !== 'leads' && mapping.lead !== '' && <LeadMapping {...part} attributes={attributes} />}
        <ColumnsTable {...part} />
        <FormMappings {...part} />
        {mapping.rows !== 'activities' && <StageMappings {...part} />}
        <MappingOptions {...part} />
        {props.children}
      </div>
    </div>
  );
};
