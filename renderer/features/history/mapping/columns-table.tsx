import type { ColumnKind } from '../../../../api/core-types.ts';
import { ChoiceField } from '../../../components/fields/choice-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { faultPlace } from '../fault-place.ts';
import { ColumnRange } from './column-range.tsx';
import { foundKind } from './form-model.ts';
import { isHashable, isHashed, withHash } from './hash-model.ts';
import { type ColumnUse, columnUse, type RowKind, USES_BY_ROWS, withKind, withUse } from './mapping-model.ts';
import type { MappingPartProps } from './mapping-part.ts';

const KINDS: readonly ColumnKind[] = ['text', 'number', 'date', 'yes/no'];
const FOUND = 'found';

/** Each column of the file with what it holds, its kind and its use. */
export const ColumnsTable = ({ source, mapping, onChange }: MappingPartProps) => {
  const { t, format } = useMessages();
  const rows = source.preview.length;
  return (
    <section className="mapping-section" aria-label={t('history.map.columns')} {...faultPlace('columns')}>
      <table className="history-table mapping-columns">
        <thead>
          <tr>
            <th scope="col">{t('history.map.column')}</th>
            <th scope="col">{t('history.map.samples')}</th>
            <th scope="col" className="number">
              {t('history.map.missing')}
            </th>
            <th scope="col">{t('history.map.kind')}</th>
            <th scope="col">{t('history.map.use')}</th>
            <th scope="col" className="hash">
              {t('history.map.hash')}
            </th>
          </tr>
        </thead>
        <tbody>
          {source.columns.map((column) => {
            const name = column.name === '' ? t('history.map.blank') : column.name;
            const use = columnUse(mapping, column.name);
            const isRead = use !== 'leaveOut' && use !== 'unused';
            return (
              <tr key={column.index} className={isRead ? '' : 'left-out'}>
                <th scope="row">{name}</th>
                <td className="secondary samples">
                  {column.samples.join(' · ')}
                  {isRead && <ColumnRange column={column} mapping={mapping} />}
                </td>
                <td className="number secondary">
                  {column.missing === 0 || rows === 0 ? '' : format.count(column.missing)}
                </td>
                <td>
                  <ChoiceField
                    label={t('history.map.kindOf', { column: name })}
                    value={mapping.kinds?.[column.name] ?? FOUND}
                    choices={[
                      {
                        value: FOUND,
                        label: t('history.map.found', { kind: t(`history.kind.${foundKind(mapping, column)}`) }),
                      },
                      ...KINDS.map((kind) => ({ value: kind, label: t(`history.kind.${kind}`) })),
                    ]}
                    onChange={(kind) => onChange(withKind(mapping, column.name, kind === FOUND ? undefined : kind))}
                  />
                </td>
                <td>
                  <ChoiceField
                    label={t('history.map.useOf', { column: name })}
                    value={use}
                    choices={[...USES_BY_ROWS[mapping.rows], ...(use === 'stage' ? (['stage'] as const) : [])].map(
                      (one) => ({ value: one, label: t(`history.map.use.${wordOfUse(mapping.rows, one)}`) }),
                    )}
                    onChange={(next) => onChange(withUse(mapping, column.name, next))}
                  />
                </td>
                <td className="hash">
                  {isHashable(mapping, column.name) && (
                    <input
                      type="checkbox"
                      aria-label={t('history.map.hashOf', { column: name })}
                      checked={isHashed(mapping, column.name)}
                      onChange={(event) => onChange(withHash(mapping, column.name, event.currentTarget.checked))}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="hint">{t('history.map.hashAbout')}</p>
    </section>
  );
};

/** A row of a lead has its id; other rows name a lead, by the id or otherwise. */
const wordOfUse = (rows: RowKind, use: ColumnUse): ColumnUse | 'named' =>
  use === 'lead' && rows !== 'leads' ? 'named' : use;
