/** What a file of costs would bring under a mapping, before anything is stored. */
import type { CostsInspection } from '../../api/costs.ts';
import type { Cost } from '../../core/costs/cost.ts';
import { monthColumns } from '../../core/costs/cost-columns.ts';
import { type CostMapping, proposeCostMapping } from '../../core/costs/cost-mapping.ts';
import type { NamesMet } from '../../core/costs/names-met.ts';
import { type CostsFile, readCostsOf } from './read-costs-file.ts';
import { replacedCosts } from './replaced-costs.ts';

const ROWS_SHOWN = 8;
const REJECTED_SHOWN = 20;

/** `mapping` null: as the heading proposes. `known`: what the workshop holds. `namesOf`: which of the names leads have. */
export async function inspectCosts(
  file: CostsFile,
  timeZone: string,
  mapping: CostMapping | null,
  known: readonly Cost[],
  namesOf: (names: readonly string[]) => Promise<NamesMet | null>,
): Promise<CostsInspection> {
  const { header, rows } = file.table;
  const used = mapping ?? proposeCostMapping(header);
  const reading = readCostsOf(file, timeZone, used);
  const shown = {
    file: file.source.name,
    sizeBytes: file.source.sizeBytes,
    encoding: file.source.encoding,
    columns: header,
    monthColumns: monthColumns(header).length,
    mapping: used,
    preview: rows.slice(0, ROWS_SHOWN),
  };
  if (!reading.ok) return { ...shown, fault: reading.error, found: null };
  const { costs, dates, numbers, read, accepted, rejected, warnings } = reading.value;
  return {
    ...shown,
    fault: null,
    found: {
      dates,
      numbers,
      read,
      accepted,
      rejected: rejected.length,
      firstRejected: rejected.slice(0, REJECTED_SHOWN),
      cells: costs.length,
      sumCents: costs.reduce((sum, { amountCents }) => sum + amountCents, 0),
      ...replacedCosts(costs, known),
      names: await namesOf(costs.map(({ source }) => source)),
      warnings,
    },
  };
}
