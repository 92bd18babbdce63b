import { scrollRegion } from '../../../../components/scroll-region.ts';
import { useMessages } from '../../../../i18n/messages.tsx';

interface CostRowsTableProps {
  readonly label: string;
  readonly columns: readonly string[];
  /** With a reason where they are rejected. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[]; readonly reason?: string }[];
}

/** Rows of the file, cells as written, each with its line. */
export const CostRowsTable = ({ label, columns, rows }: CostRowsTableProps) => {
  const { t, format } = useMessages();
  const hasReasons = rows.some(({ reason }) => reason !== undefined);
  return (
    <div className="cost-rows scroll" {...scrollRegion(label)}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="number">
              {t('costs.file.line')}
            </th>
            {hasReasons && <th scope="col">{t('costs.file.reason')}</th>}
            {columns.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, reason, cells }) => (
            <tr key={line}>
              <td className="number">{format.count(line)}</td>
              {hasReasons && <td className="broken">{reason}</td>}
              {columns.map((name, index) => (
                <td key={name}>{cells[index] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
