import { scrollRegion } from '../../../../components/scroll-region.ts';
import { useMessages } from '../../../../i18n/messages.tsx';

interface CostRowsTableProps {
  readonly label: string;
  readonly columns: readonly string[];
  /** Indexes of the columns that come first: those that are read. */
  readonly first?: readonly number[];
  /** With a reason where they are rejected. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[]; readonly reason?: string }[];
}

/** Rows of the file, cells as written, each with its line. */
export const CostRowsTable = ({ label, columns, first = [], rows }: CostRowsTableProps) => {
  const { t, format } = useMessages();
  const order = [...new Set([...first, ...columns.keys()])];
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
            {order.map((index) => (
              <th scope="col" key={index} className={first.includes(index) ? 'is-read' : undefined}>
                {columns[index]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, reason, cells }) => (
            <tr key={line}>
              <td className="number">{format.count(line)}</td>
              {hasReasons && <td className="broken">{reason}</td>}
              {order.map((index) => (
                <td key={index} className={(cells[index]?.length ?? 0) > LONG ? 'is-long' : undefined}>
                  {cells[index] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** Characters; longer cells are broken into lines. */
const LONG = 48;
