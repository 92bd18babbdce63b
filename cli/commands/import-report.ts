import type { ImportReport, TableCounts } from '../../api/import.ts';

/** The report as lines to read: what was read of which file, what became of the rows, and what to look at. */
export function reportLines(report: ImportReport): readonly string[] {
  return [
    ...report.sources.map(({ name, sizeBytes, encoding }) => `Read ${name} (${sizeBytes} bytes, ${encoding}).`),
    ...report.tables.map((counts) => `${counts.table}: ${countsLine(counts)}`),
    ...(report.sources.length > 1
      ? report.files.map((counts) => `${counts.file}, ${counts.table}: ${countsLine(counts)}`)
      : []),
    ...report.warnings.map((warning) => `Warning: ${warning}`),
  ];
}

const countsLine = ({ read, accepted, rejected, duplicate, changed }: TableCounts): string =>
  `${read} read, ${accepted} accepted, ${rejected} rejected, ${duplicate} known already${changed === 0 ? '' : `, ${changed} held otherwise by the workshop`}.`;
