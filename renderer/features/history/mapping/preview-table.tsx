import type { InspectedTable } from '../../../../api/import.ts';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';

/** The first rows, cells as written. */
export const PreviewTable = ({ source }: { readonly source: InspectedTable }) => {
  const { t } = useMessages();
  return (
    <section className="mapping-section" aria-label={t('history.map.preview')}>
      <h2>{t('history.map.preview')}</h2>
      <div className="preview scroll" {...scrollRegion(`${t('history.map.preview')}: ${source.file}`)}>
        <table>
          <thead>
            <tr>
              {source.columns.map((column) => (
                <th scope="col" key={column.index} title={column.name}>
                  {column.name === '' ? t('history.map.blank') : column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {source.preview.map((row, index) => {
              // Rows of a file may be equal; their place is what identifies them.
              const place = `row ${index + 1}`;
              return (
                <tr key={place}>
                  {source.columns.map((column) => (
                    <td key={column.index} title={row[column.index] ?? ''}>
                      {row[column.index] ?? ''}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {source.preview.length === 0 && <p className="secondary">{t('history.map.noPreview')}</p>}
    </section>
  );
};
