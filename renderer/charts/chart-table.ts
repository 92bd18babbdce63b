import Papa from 'papaparse';

/** The figures behind a chart: as they are, not as they are written on screen. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Where there are no figures at all: then the reason stands alone. */
export const NO_FIGURES: ChartTable = { columns: [], rows: [] };

/** RFC 4180, UTF-8; cells that a spreadsheet would run as a formula are made plain text. */
export const csvOf = (table: ChartTable): string =>
  Papa.unparse(
    { fields: [...table.columns], data: table.rows.map((row) => [...row]) },
    { newline: '\r\n', escapeFormulae: /^[=@\t\r]|^[+-](?![\d.])/u },
  );

/** "Where should the line be?" → "where-should-the-line-be": a file name on every system. */
export const fileNameOf = (question: string): string =>
  question
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
