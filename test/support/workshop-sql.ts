/**
 * The figures of a profile by plain SQL over a workshop file: its blobs are read as tables, the outcomes and horizons of REPLAY.md
 * are written as queries, and nothing of the app's own reading or counting is used.
 */
import Database from 'better-sqlite3';

export interface SqlLevel {
  /** Folded, null: missing. */
  readonly value: string | null;
  readonly leads: number;
  readonly observed: number;
  readonly converted: number;
  readonly rate: number | null;
  readonly lift: number | null;
  readonly weightOfEvidence: number | null;
}

export interface WorkshopSql {
  readonly base: () => { readonly leads: number; readonly observed: number; readonly converted: number };
  /** Every value of an attribute. */
  readonly values: (attribute: string) => readonly SqlLevel[];
  /** Every value of an attribute, among the leads that have `value` in another one. */
  readonly valuesAmong: (attribute: string, other: string, value: string) => readonly SqlLevel[];
  /** Leads created from `fromMs` on and before `toMs` (null: open), among those that have `value` in an attribute. */
  readonly createdBetween: (fromMs: number, toMs: number | null, other: string, value: string) => SqlLevel;
  /** Leads whose number lies in the band; ends null where open. */
  readonly band: (attribute: string, from: number | null, to: number | null) => SqlLevel;
  readonly informationValue: (attribute: string) => number;
  /** Leads that did it between `from` and `to` times before their horizon; `property` null: whatever its properties. */
  readonly times: (
    what: { readonly activity: string; readonly property: string | null; readonly propertyValue: string | null },
    from: number,
    to: number | null,
  ) => SqlLevel;
  readonly close: () => void;
}

/** By the encoding that `history_column` says. */
const READERS: Readonly<Record<string, (data: Buffer, row: number) => number>> = {
  float64: (data, row) => data.readDoubleLE(row * 8),
  int32: (data, row) => data.readInt32LE(row * 4),
  uint8: (data, row) => data.readUInt8(row),
};
const ROWS_PER_CHUNK = 65_536;

export function openWorkshopSql(path: string): WorkshopSql {
  const database = new Database(path, { readonly: true });
  const second = new Database(path, { readonly: true });
  const chunks = second.prepare<[number], { chunk: number; row_count: number; data: Buffer; encoding: string }>(
    `SELECT chunk, row_count, data, encoding FROM history_chunk JOIN history_column ON history_column.id = column_id
     WHERE column_id = ? ORDER BY chunk`,
  );
  database.table('numbers_of', {
    columns: ['row', 'number'],
    parameters: ['id_of_column'],
    *rows(id: unknown) {
      for (const { chunk, row_count: rows, data, encoding } of chunks.iterate(Number(id)))
        for (let row = 0; row < rows; row += 1)
          yield { row: chunk * ROWS_PER_CHUNK + row, number: READERS[encoding]?.(data, row) ?? null };
    },
  });
  database.function('fold', { deterministic: true }, (text: unknown) =>
    typeof text === 'string' ? text.normalize('NFC').toLowerCase().normalize('NFC').trim() : null,
  );
  database.pragma('temp_store = MEMORY');
  database.exec(TABLES);
  const levelOf = (condition: string, ...values: readonly (string | number | null)[]): SqlLevel => {
    const [level] = database.prepare<unknown[], SqlLevel>(figuresSql('NULL', condition)).all(...values);
    if (level === undefined) throw new Error('a count without a group has one row');
    return level;
  };
  return {
    base: () =>
      database
        .prepare<[], { leads: number; observed: number; converted: number }>(
          'SELECT count(*) AS leads, total(observed) AS observed, total(converted) AS converted FROM judged',
        )
        .get() ?? { leads: 0, observed: 0, converted: 0 },
    values: (attribute) =>
      database.prepare<unknown[], SqlLevel>(figuresSql('fold(cell)', 'TRUE', attribute)).all(attribute),
    valuesAmong: (attribute, other, value) =>
      database
        .prepare<unknown[], SqlLevel>(figuresSql('fold(cell)', HAS_VALUE, attribute))
        .all(attribute, other, value),
    createdBetween: (fromMs, toMs, other, value) =>
      levelOf(
        `lead IN (SELECT position FROM lead WHERE created_at_ms >= ? AND created_at_ms < ifnull(?, 1e300)) AND ${HAS_VALUE}`,
        fromMs,
        toMs,
        other,
        value,
      ),
    band: (attribute, from, to) =>
      levelOf(
        `lead IN (SELECT lead FROM attribute_cell WHERE name = ? AND cell IS NOT NULL
           AND CAST(cell AS REAL) >= ifnull(?, -1e300) AND CAST(cell AS REAL) < ifnull(?, 1e300))`,
        attribute,
        from,
        to,
      ),
    informationValue: (attribute) =>
      database
        .prepare<unknown[], { value: number }>(
          `WITH levels AS (${figuresSql('fold(cell)', 'TRUE', attribute)})
           SELECT total((((converted + half) / (SELECT converted FROM base))
             - ((observed - converted + half) / (SELECT observed - converted FROM base))) * weightOfEvidence) AS value
           FROM (SELECT *, CASE WHEN converted = 0 OR converted = observed THEN 0.5 ELSE 0 END AS half FROM levels)
           WHERE observed > 0`,
        )
        .get(attribute)?.value ?? Number.NaN,
    times: ({ activity, property, propertyValue }, from, to) =>
      levelOf(
        `(SELECT count(*) FROM known_activity
           WHERE known_activity.lead = judged.lead AND fold(type) = fold(?)
             AND (? IS NULL OR row IN (SELECT row FROM property_cell WHERE name = ? AND fold(cell) = fold(?)))
         ) BETWEEN ? AND ?`,
        activity,
        property,
        property,
        propertyValue,
        from,
        to ?? 1e9,
      ),
    close: () => {
      database.close();
      second.close();
    },
  };
}

const HAS_VALUE = 'lead IN (SELECT lead FROM attribute_cell WHERE name = ? AND fold(cell) = fold(?))';

/** Counts and figures by group. With an attribute its cells are joined, as `cell`. */
const figuresSql = (group: string, condition: string, attribute?: string): string => `
  SELECT value, leads, observed, converted, rate, rate / (SELECT converted * 1.0 / observed FROM base) AS lift,
    CASE WHEN observed > 0 THEN ln(((converted + half) / (SELECT converted FROM base))
      / ((observed - converted + half) / (SELECT observed - converted FROM base))) END AS weightOfEvidence
  FROM (
    SELECT *, converted * 1.0 / nullif(observed, 0) AS rate,
      CASE WHEN converted = 0 OR converted = observed THEN 0.5 ELSE 0.0 END AS half
    FROM (
      SELECT ${group} AS value, count(*) AS leads, total(observed) AS observed, total(converted) AS converted
      FROM judged ${attribute === undefined ? '' : 'JOIN (SELECT lead, cell FROM attribute_cell WHERE name = ?) USING (lead)'}
      WHERE ${condition}
      ${group === 'NULL' ? '' : `GROUP BY ${group}`}
    )
  )`;

const columnId = (role: string): string => `(SELECT id FROM history_column WHERE role = '${role}')`;
const atOf = (table: string): string => `(SELECT id FROM history_column WHERE role = 'at' AND table_name = '${table}')`;

/** Rows of a table with their lead: those from a lead's first up to the first of the one after it. */
const rowsOf = (table: string, first: string): string => `
  CREATE TEMP TABLE ${table}_first AS
    SELECT row AS lead, number AS first, lead(number, 1, 1e15) OVER (ORDER BY row) AS next FROM numbers_of(${columnId(first)});
  CREATE TEMP TABLE ${table}_at (row INTEGER PRIMARY KEY, at REAL);
  INSERT INTO ${table}_at SELECT row, number FROM numbers_of(${atOf(table)});
  CREATE TEMP TABLE ${table}_row (row INTEGER PRIMARY KEY, lead INTEGER, at REAL);
  INSERT INTO ${table}_row SELECT row, lead, at FROM ${table}_first JOIN ${table}_at ON row >= first AND row < next;`;

const TABLES = `
  CREATE TEMP TABLE cells_by_code (column_id INTEGER, code INTEGER, cell TEXT, PRIMARY KEY (column_id, code)) WITHOUT ROWID;
  INSERT INTO cells_by_code
    SELECT column_id, chunk * 8192 + json_each.key, json_each.value FROM history_cells, json_each(history_cells.cells);
  ${rowsOf('activities', 'firstActivity')}
  ${rowsOf('stages', 'firstStage')}

  CREATE TEMP TABLE attribute_cell AS
    SELECT row AS lead, name, cell FROM history_column, numbers_of(history_column.id)
    LEFT JOIN cells_by_code ON cells_by_code.column_id = history_column.id AND code = number
    WHERE role = 'attribute';
  CREATE INDEX temp.attribute_by_name ON attribute_cell (name, lead);
  CREATE TEMP TABLE property_cell AS
    SELECT row, name, cell FROM history_column, numbers_of(history_column.id)
    JOIN cells_by_code ON cells_by_code.column_id = history_column.id AND code = number
    WHERE role = 'property';
  CREATE INDEX temp.property_by_row ON property_cell (row, name);

  CREATE TEMP TABLE stage_row AS
    SELECT lead, at, CASE number WHEN 0 THEN 'mql' WHEN 1 THEN 'sal' WHEN 2 THEN 'sql' WHEN 3 THEN 'opportunity'
      WHEN 4 THEN 'won' WHEN 5 THEN 'lost' WHEN 6 THEN 'rejected' WHEN 7 THEN 'recycled' END AS stage
    FROM stages_row JOIN numbers_of(${columnId('stage')}) USING (row);

  CREATE TEMP TABLE span AS
    SELECT max(at) AS as_of, CASE WHEN min(at) = max(at) THEN 0 ELSE 90 * 86400000.0 END AS window_ms, min(at) = max(at) AS dateless
    FROM (SELECT created_at_ms AS at FROM lead UNION ALL SELECT at FROM activities_row UNION ALL SELECT at FROM stages_row);

  CREATE TEMP TABLE judged AS
    WITH steps AS (
      SELECT lead, min(at) AS worked, min(CASE WHEN stage IN ('sql', 'opportunity', 'won') THEN at END) AS sql_at,
        max(CASE WHEN stage IN ('lost', 'rejected') THEN at END) AS closed,
        max(CASE WHEN stage IN ('mql', 'sal', 'sql', 'opportunity', 'won') THEN at END) AS taken
      FROM stage_row GROUP BY lead
    ), dated AS (
      SELECT position AS lead, created_at_ms AS created, worked, sql_at, window_ms, as_of, dateless,
        CASE WHEN taken > closed THEN NULL ELSE closed END AS closed,
        floor(sql_at / 86400000) < floor(created_at_ms / 86400000) AS is_customer,
        ifnull(worked, created_at_ms) + window_ms > as_of AS is_immature
      FROM lead LEFT JOIN steps ON lead = position CROSS JOIN span
    )
    SELECT lead, as_of,
      CASE WHEN is_immature OR worked IS NULL THEN 0 ELSE 1 END AS observed,
      CASE WHEN is_immature OR worked IS NULL THEN 0 ELSE ifnull(sql_at <= worked + window_ms, 0) END AS converted,
      CASE WHEN dateless THEN NULL ELSE (
        SELECT max(min(at), created) FROM (SELECT sql_at AS at UNION ALL SELECT closed UNION ALL SELECT worked + window_ms)
        WHERE at <= as_of HAVING count(at) > 0
      ) END AS horizon
    FROM dated WHERE ifnull(is_customer, 0) = 0;
  CREATE UNIQUE INDEX temp.judged_by_lead ON judged (lead);
  CREATE TEMP TABLE base AS SELECT total(observed) AS observed, total(converted) AS converted FROM judged;

  CREATE TEMP TABLE known_activity AS
    SELECT activities_row.row, lead, cell AS type FROM activities_row JOIN judged USING (lead)
    JOIN numbers_of(${columnId('type')}) AS codes ON codes.row = activities_row.row
    JOIN cells_by_code ON cells_by_code.column_id = ${columnId('type')} AND code = number
    WHERE CASE WHEN horizon IS NULL THEN at <= as_of ELSE at < horizon END;
  CREATE INDEX temp.known_by_lead ON known_activity (lead);`;
