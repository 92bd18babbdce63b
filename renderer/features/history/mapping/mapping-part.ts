import type { DelimitedMapping, SourceInspection } from '../../../../api/import.ts';

export type DelimitedSource = Extract<SourceInspection, { readonly kind: 'delimited' }>;

/** What each part of the mapping page shows and changes. */
export interface MappingPartProps {
  readonly source: DelimitedSource;
  readonly mapping: DelimitedMapping;
  readonly onChange: (mapping: DelimitedMapping) => void;
}
