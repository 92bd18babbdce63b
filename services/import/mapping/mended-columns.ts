/** The columns that a CSV of rejected rows has in front: an import leaves them out again, so that mended rows come back as they were. */
export const MENDED_COLUMNS: readonly string[] = ['accord line', 'accord column', 'accord reason'];

/** Wherever it stands: a spreadsheet moves columns easily. */
export const isMendedColumn = (heading: string): boolean => MENDED_COLUMNS.includes(heading.trim());
