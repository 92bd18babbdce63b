import type { ImportReport } from '../../api/import.ts';

/** The report as lines to read: what was read of which file, what became of the rows, and what to look at. */
export function reportLines(report: ImportReport): readonly string[] {
  return [
    ...report.sources.map(({ name, sizeBytes, encoding }) => `Read ${name} (${sizeBytes} bytes, ${encoding}).`),
    ...report.tables.map(
      ({ table, read, accepted, rejected, duplicate }) =>
        `${table}: ${read} read, ${accepted} accepted, ${rejected} rejected, ${duplicate} known already.`,
    ),
    ...report.warnings.map((warning) => `Warning: ${warning}`),
  ];
}
