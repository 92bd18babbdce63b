export interface SmallTableProps {
  readonly title: string;
  /** The first is a heading of its row; those after `texts` are numbers. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How many of the first columns are text (default 1). */
  readonly texts?: number;
}

/** A few names with a few figures. */
export const SmallTable = ({ title, columns, rows, texts = 1 }: SmallTableProps) => (
  <section aria-label={title}>
    <h4>{title}</h4>
    <table className="history-table">
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th scope="col" key={column} className={index < texts ? '' : 'number'}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join('\n')}>
            {row.map((cell, index) =>
              index === 0 ? (
                <th scope="row" key={columns[index]}>
                  {cell}
                </th>
              ) : (
                <td key={columns[index]} className={index < texts ? '' : 'number'}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
