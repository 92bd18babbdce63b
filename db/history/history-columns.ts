/** How a History lies in the file: which columns a table has, and in chunks of how many rows. */
export type TableName = 'leads' | 'activities' | 'stages';

export type Role =
  | 'id'
  | 'created'
  | 'attribute'
  | 'at'
  | 'type'
  | 'property'
  | 'stage'
  | 'amount'
  | 'reason'
  /** Over leads: `offsets[lead]` of the activities and stages. */
  | 'firstActivity'
  | 'firstStage';

/** Little endian, as on every machine that Accord runs on; 'cells': no rows of its own, a list of texts. */
export type Encoding = 'int32' | 'float64' | 'uint8' | 'cells';

export const ROWS_PER_CHUNK = 65_536;
/** Fewer than rows: one lead's cells are read by parsing a whole list. */
export const CELLS_PER_CHUNK = 8_192;

export const BYTES_PER_ROW: Readonly<Record<Exclude<Encoding, 'cells'>, number>> = { int32: 4, float64: 8, uint8: 1 };

/** A row of `history_column`. */
export interface StoredColumn {
  readonly id: number;
  readonly table_name: TableName;
  readonly role: Role;
  readonly position: number;
  readonly name: string;
  readonly kind: 'number' | 'yes/no' | 'date' | 'text' | null;
  readonly encoding: Encoding;
  readonly cell_count: number;
}
