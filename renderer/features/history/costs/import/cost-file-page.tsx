import { Icon } from '../../../../components/icon.tsx';
import { scrollRegion } from '../../../../components/scroll-region.ts';
import { useMessages } from '../../../../i18n/messages.tsx';
import { kilobytes } from '../../kilobytes.ts';
import { CostColumnFields } from './cost-column-fields.tsx';
import { useFaultWords } from './cost-file-words.ts';
import { columnsRead } from './cost-mapping-model.ts';
import { CostNames } from './cost-names.tsx';
import { CostRowsTable } from './cost-rows-table.tsx';
import { CostsCounts } from './costs-counts.tsx';
import type { CostsImport, CostsImportFlow } from './use-costs-import.ts';

interface CostFilePageProps extends Pick<CostsImport, 'map' | 'setBy' | 'run' | 'leave'> {
  readonly flow: Extract<CostsImportFlow, { readonly step: 'ready' }>;
  readonly currency: string | null;
}

/** Which column says what, what the file holds under that, and which of its rows would be rejected. */
export const CostFilePage = ({ flow, currency, map, setBy, run, leave }: CostFilePageProps) => {
  const { t, format } = useMessages();
  const faultWords = useFaultWords();
  const { seen, isBusy } = flow;
  const { fault, found, preview, columns } = seen;
  const faults = fault === null ? [] : faultWords(fault);
  const isEmpty = found !== null && found.accepted === 0;
  const firstRejected = found?.firstRejected ?? [];
  const readFirst = columnsRead(flow.mapping);
  return (
    <div className="cost-file">
      <header className="cost-file-head">
        <h1>{t('costs.file.title')}</h1>
        <p className="secondary">
          {t('costs.file.facts', {
            file: seen.file,
            size: format.count(kilobytes(seen.sizeBytes)),
            encoding: seen.encoding,
          })}
        </p>
      </header>
      <div className="cost-file-body scroll" {...scrollRegion(t('costs.file.title'))}>
        <CostColumnFields flow={flow} onChange={(mapping) => void map(mapping)} />
        {found !== null && <CostsCounts counts={found} rejected={found.rejected} currency={currency} isDone={false} />}
        {found !== null && found.names !== null && (
          <CostNames names={found.names} onBy={(attribute) => void setBy(attribute)} />
        )}
        <section>
          <h2>{t('costs.file.preview')}</h2>
          <CostRowsTable label={t('costs.file.preview')} columns={columns} first={readFirst} rows={preview} />
        </section>
        {found !== null && found.rejected > 0 && (
          <section>
            <h2>{t('costs.file.wouldReject')}</h2>
            <CostRowsTable
              label={t('costs.file.wouldReject')}
              columns={columns}
              first={readFirst}
              rows={firstRejected}
            />
            {found.rejected > firstRejected.length && (
              <p className="secondary">
                {t('costs.file.moreRejected', { count: found.rejected - firstRejected.length })}
              </p>
            )}
          </section>
        )}
      </div>
      <footer className="cost-file-foot">
        <button
          type="button"
          className="button primary"
          disabled={found === null || isEmpty || isBusy}
          onClick={() => void run()}
        >
          {t('costs.file.run')}
        </button>
        <button type="button" className="button" onClick={leave}>
          {t('costs.file.cancel')}
        </button>
        <div role="status">
          <ul className="cost-file-faults">
            {[...faults, ...(isEmpty ? [t('costs.file.nothing')] : [])].map((words) => (
              <li key={words} className="broken">
                <Icon name="warning" size={12} />
                {words}
              </li>
            ))}
          </ul>
        </div>
      </footer>
    </div>
  );
};
