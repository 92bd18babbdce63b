import type { ConstantColumns } from './finding.ts';
import { countCells, type QualityData } from './quality-data.ts';
import { touchedBy } from './touched.ts';

/** Attributes with one and the same value for every lead; null when there is none, or fewer than two leads. */
export function constantColumns(data: QualityData): ConstantColumns | null {
  const { attributes, outcome } = data;
  if (outcome.length < 2) return null;
  const columns = attributes.flatMap((column) => {
    const { leads } = countCells(column, outcome);
    const entry = leads.indexOf(outcome.length);
    const value = column.cells[entry - 1];
    return value === undefined ? [] : [{ attribute: column.name, value }];
  });
  if (columns.length === 0) return null;
  return {
    kind: 'constantColumns',
    columns,
    touched: touchedBy(data, new Uint8Array(outcome.length).fill(1)),
    weight: 0,
  };
}
