/** Which columns of a delimited file become attributes or properties. */
import type { DelimitedMapping } from '../../../api/import.ts';
import { isMendedColumn } from './mended-columns.ts';

export interface OwnColumn {
  readonly name: string;
  /** Position in the file. */
  readonly index: number;
}

const FIXED = {
  leads: ['id', 'created'],
  activities: ['lead', 'at', 'type'],
  stages: ['lead', 'at', 'stage', 'amount', 'reason'],
} as const;

/** All that the mapping does not use, but for the columns of mended rows; a name that is fixed or taken is left out, and said. */
export function ownColumns(
  mapping: DelimitedMapping,
  headings: readonly string[],
): { readonly kept: readonly OwnColumn[]; readonly warnings: readonly string[] } {
  if (mapping.rows === 'stages') return { kept: [], warnings: [] };
  const used = new Set([
    mapping.lead,
    mapping.created,
    mapping.at,
    mapping.type !== undefined && 'column' in mapping.type ? mapping.type.column : undefined,
  ]);
  for (const { column, at, amount, reason } of mapping.stages)
    for (const name of [column, at, amount, reason]) used.add(name);
  const leftOut = new Set([...used, ...mapping.leaveOut].map((name) => name?.trim()));
  const fixed: readonly string[] = FIXED[mapping.rows];
  const kept: OwnColumn[] = [];
  const warnings: string[] = [];
  for (const [index, name] of headings.entries()) {
    if (leftOut.has(name) || isMendedColumn(name)) continue;
    if (name === '') warnings.push(`Column ${index + 1} has no heading; it was left out.`);
    else if (fixed.includes(name))
      warnings.push(
        `The column "${name}" was left out: Accord has a column of its own by that name. Rename it in the file to import it.`,
      );
    else if (kept.some((column) => column.name === name))
      warnings.push(`The column "${name}" stands twice; the second was left out.`);
    else kept.push({ name, index });
  }
  return { kept, warnings };
}
