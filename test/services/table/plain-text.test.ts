/** What is called plain is read alike by papaparse, which knows no more than RFC 4180 and the delimiter. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { inspectTable } from '../../../services/table/inspect-table.ts';
import { isSurplusBlank } from '../../../services/table/sort-records.ts';
import type { TableHead } from '../../../services/table/table-head.ts';
import { publicFile } from '../../support/public-file.ts';
import { FOUND_OUT } from '../../support/table-folder.ts';

it('the plain ones of the awkward files are read alike', async () => {
  const [, ...manifest] = readFileSync(publicFile('awkward-csv/MANIFEST.tsv'), 'utf8').trimEnd().split('\n');
  const differing: string[] = [];
  let plain = 0;
  for (const file of manifest.map((line) => line.split('\t')[0] ?? '')) {
    const path = publicFile(`awkward-csv/${file}`);
    const head = await inspectTable(path, FOUND_OUT, { rows: 1_000_000 });
    if (!head.ok || !head.value.isPlain || !head.value.isWhole) continue;
    plain += 1;
    const { header, rows, rejected } = head.value;
    const ours = [header, rows.map(({ cells }) => cells), rejected.map(({ cells }) => cells)];
    if (withLineFeeds(JSON.stringify(ours)) !== JSON.stringify(simply(readFileSync(path, 'utf8'), head.value)))
      differing.push(file);
  }
  expect(differing).toEqual([]);
  expect(plain).toBeGreaterThan(80);
});

/** Line ends within cells are compared as LF, so that all of the text can be cut at LF. */
const withLineFeeds = (json: string): string => json.replaceAll('\\r\\n', '\\n');

function simply(text: string, { delimiter }: TableHead) {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n'), {
    delimiter: delimiter ?? '',
    newline: '\n',
  });
  const [header = [], ...records] = data.filter((cells) => cells.length > 1 || cells[0] !== '');
  const width = header.length;
  const fits = (cells: readonly string[]) => cells.length === width || isSurplusBlank(cells, width);
  return [header, records.filter(fits).map((cells) => cells.slice(0, width)), records.filter((cells) => !fits(cells))];
}
