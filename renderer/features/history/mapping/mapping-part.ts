import type { DelimitedMapping, InspectedTable } from '../../../../api/import.ts';

/** What each part of the mapping page shows and changes. */
export interface MappingPartProps {
  readonly source: InspectedTable;
  readonly mapping: DelimitedMapping;
  readonly onChange: (mapping: DelimitedMapping) => void;
}
