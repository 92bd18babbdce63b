/**
 * All 197 awkward files. MANIFEST.tsv was made with Python's csv and a guessed delimiter, so what it says of records
 * (`rows_incl_header`, blank lines and titles among them) and of their widths holds where its guess is right; where it
 * is not, the file stands below with the reason.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '../../../services/table/read-table.ts';
import { publicFile } from '../../support/public-file.ts';

interface ManifestRow {
  readonly path: string;
  readonly mark: string;
  readonly decodesAs: string;
  readonly delimiter: string;
  readonly records: number;
  readonly widths: readonly (readonly [number, number])[];
}

interface Outcome {
  readonly file: string;
  readonly outcome: 'read' | 'refused';
  readonly encoding: string;
  readonly delimiter: string;
  readonly columns: number;
  readonly heading: number;
  readonly rows: number;
  readonly rejected: number;
  readonly rejectedForOther: number;
  readonly blank: number;
  readonly said: string;
}

/** Files that are no delimited text or not to be read as one: what the refusal has to say. */
const REFUSED: Readonly<Record<string, RegExp>> = {
  'frictionless/empty.csv': /is empty/,
  'frictionless/compression/implicit-gz.csv': /is a gzip-compressed file.*gunzip/,
  'frictionless/compression/implicit-zip.csv': /is a zip archive/,
  // Marked as UTF-16 but written with four bytes a character: UTF-32 with half a mark. Python finds NULs in its cells.
  'salesforce-dataloader/csvtext_BOM_UTF32BE.csv': /line 1 holds a NUL character, as UTF-32 does/,
  'salesforce-dataloader/csvtext_BOM_UTF32LE.csv': /line 1 holds a NUL character, as UTF-32 does/,
};

/** Where the manifest's guess of the delimiter is wrong, and what is right. */
const OTHER_DELIMITER: Readonly<
  Record<string, { readonly delimiter: string; readonly width: number; readonly why: string }>
> = {
  'frictionless/country-2.csv': {
    delimiter: ';',
    width: 4,
    why: 'every line but the comment has four cells by semicolons',
  },
};

/** Where the manifest counts other records than the file has. */
const OTHER_RECORDS: Readonly<Record<string, { readonly records: number; readonly why: string }>> = {
  'frictionless/issue-1066.csv': {
    records: 21_693,
    why: 'one record a line; Python lets quotation marks that are never closed in their place swallow 68 of them',
  },
};

const manifest = (): readonly ManifestRow[] =>
  readFileSync(publicFile('awkward-csv/MANIFEST.tsv'), 'utf8')
    .trimEnd()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [path = '', , , mark = '', decodesAs = '', , , delimiter = '', records = '', widths = ''] =
        line.split('\t');
      return {
        path,
        mark,
        decodesAs,
        delimiter: delimiter.slice(1, -1).replace('\\t', '\t'),
        records: Number(records),
        widths: [...widths.matchAll(/\((\d+), (\d+)\)/g)].map(
          ([, width, count]) => [Number(width), Number(count)] as const,
        ),
      };
    });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-awkward-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const readAwkward = (path: string, outPath: string | null = null) =>
  readTable({ path: publicFile(`awkward-csv/${path}`), encoding: null, delimiter: null, header: null, outPath });

async function outcomeOf(path: string): Promise<Outcome> {
  const read = await readAwkward(path);
  if (!read.ok) {
    return {
      file: path,
      outcome: 'refused',
      encoding: '',
      delimiter: '',
      columns: 0,
      heading: 0,
      rows: 0,
      rejected: 0,
      rejectedForOther: 0,
      blank: 0,
      said: read.error.detail,
    };
  }
  const { document, gathered } = read.value;
  return {
    file: path,
    outcome: 'read',
    encoding: document.encoding,
    delimiter: document.delimiter ?? '',
    columns: document.header.length,
    heading: gathered.hasHeading ? 1 : 0,
    rows: document.rows,
    rejected: document.rejected.length,
    rejectedForOther: document.rejected.filter(({ reason }) => !/where the heading has/.test(reason)).length,
    blank: gathered.blankRecords,
    said: [
      ...document.rejected.slice(0, 1).map(({ line, reason }) => `line ${line}: ${reason}`),
      ...document.warnings,
    ].join(' '),
  };
}

describe('the awkward files', () => {
  it('are 197, and each is read as its manifest says or refused with a reason', async () => {
    const rows = manifest();
    expect(rows).toHaveLength(197);
    const outcomes: Outcome[] = [];
    const wrong: string[] = [];
    for (const row of rows) {
      const outcome = await outcomeOf(row.path);
      outcomes.push(outcome);
      wrong.push(...differences(row, outcome).map((what) => `${row.path}: ${what}`));
    }
    console.table(
      outcomes.map(({ said, rejectedForOther: _, ...outcome }) => ({ ...outcome, said: said.slice(0, 110) })),
    );
    console.log(summaryOf(outcomes));
    expect(wrong).toEqual([]);
  });
});

function differences(row: ManifestRow, outcome: Outcome): readonly string[] {
  const refusal = Object.hasOwn(REFUSED, row.path) ? REFUSED[row.path] : undefined;
  if (refusal !== undefined || outcome.outcome === 'refused') {
    return refusal?.test(outcome.said) === true ? [] : [`refused or not: ${outcome.said}`];
  }
  const other = Object.hasOwn(OTHER_DELIMITER, row.path) ? OTHER_DELIMITER[row.path] : undefined;
  if (other !== undefined && other.width !== outcome.columns)
    return [`${outcome.columns} columns, though ${other.why}`];
  const otherRecords = Object.hasOwn(OTHER_RECORDS, row.path) ? OTHER_RECORDS[row.path] : undefined;
  const expected = {
    delimiter: other?.delimiter ?? row.delimiter,
    encoding: encodingOf(row),
    records: otherRecords?.records ?? row.records,
  };
  const found = {
    delimiter: outcome.delimiter,
    encoding: outcome.encoding,
    records: outcome.heading + outcome.rows + outcome.rejected + outcome.blank,
  };
  return JSON.stringify(found) === JSON.stringify(expected)
    ? otherRecords === undefined
      ? widthDifferences(row, outcome)
      : []
    : [`${JSON.stringify(found)}, expected ${JSON.stringify(expected)} ${otherRecords?.why ?? ''}`];
}

/** Heading and rows are the records of the heading's width, but for blank ones and titles, which the manifest counts in. */
function widthDifferences(row: ManifestRow, outcome: Outcome): readonly string[] {
  if (Object.hasOwn(OTHER_DELIMITER, row.path)) return [];
  const ofWidth = row.widths.find(([width]) => width === outcome.columns)?.[1] ?? 0;
  const missing = ofWidth - outcome.heading - outcome.rows;
  return missing >= 0 && missing <= outcome.blank + outcome.rejectedForOther
    ? []
    : [`${outcome.heading + outcome.rows} records of ${outcome.columns} cells, expected ${ofWidth}`];
}

function encodingOf({ mark, decodesAs }: ManifestRow): string {
  if (mark === 'UTF-16LE') return 'utf-16le';
  if (mark === 'UTF-16BE') return 'utf-16be';
  return decodesAs === 'not utf-8' ? 'windows-1252' : 'utf-8';
}

function summaryOf(outcomes: readonly Outcome[]): string {
  const count = (isOne: (outcome: Outcome) => boolean) => outcomes.filter(isOne).length;
  return [
    `${outcomes.length} files`,
    `${count(({ outcome, rejected }) => outcome === 'read' && rejected === 0)} read whole`,
    `${count(({ rejected }) => rejected > 0)} read with rejected rows`,
    `${count(({ outcome }) => outcome === 'refused')} refused`,
  ].join(', ');
}

describe('csv-spectrum', () => {
  const names = [
    'comma_in_quotes',
    'empty',
    'empty_crlf',
    'escaped_quotes',
    'json',
    'location_coordinates',
    'newlines',
    'newlines_crlf',
    'quotes_and_newlines',
    'simple',
    'simple_crlf',
    'utf8',
  ];
  it.each(names)(
    '%s has exactly the cells that its JSON says, written clean and read by another reader',
    async (name) => {
      const out = join(folder, `${name}.csv`);
      const read = await readAwkward(`csv-spectrum/csvs/${name}.csv`, out);
      expect(read.ok).toBe(true);
      expect(Papa.parse(readFileSync(out, 'utf8').trimEnd(), { header: true }).data).toEqual(spectrumCells(name));
    },
  );
});

/** The JSON beside a file, with the two places mended where it does not say what its file holds. */
function spectrumCells(name: string): unknown {
  const text = readFileSync(publicFile(`awkward-csv/csv-spectrum/json/${name}.json`), 'utf8');
  // An object where the others have a list of them, and another telephone number than the file has.
  if (name === 'location_coordinates') return [JSON.parse(text.replace('1234567890', '2095257564'))];
  // The file came through git with its CRLF made LF; the JSON still has them.
  return JSON.parse(name === 'newlines_crlf' ? text.replaceAll('\\r\\n', '\\n') : text);
}
