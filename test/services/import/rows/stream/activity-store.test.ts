import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHistoryBuilder } from '../../../../../core/history/build-history.ts';
import { readDataFolder } from '../../../../../services/import/rows/read-data-folder.ts';
import type { StoreLimits } from '../../../../../services/import/rows/stream/activity-store.ts';
import { createScratchFile } from '../../../../../services/import/rows/stream/scratch-file.ts';

interface Activity {
  readonly lead: number;
  readonly minute: number;
  readonly type: string;
  readonly url: string;
  readonly size: string;
}

const activities = fc
  .record({
    leads: fc.constantFrom(1, 3, 700),
    minutes: fc.constantFrom(1, 5, 4_000),
    rows: fc.integer({ min: 0, max: 5_000 }),
    seed: fc.integer({ min: 1, max: 2 ** 30 }),
  })
  .map(({ leads, minutes, rows, seed }) => {
    let state = seed;
    const below = (limit: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return Math.floor((state / 0x80000000) * limit);
    };
    return Array.from(
      { length: rows },
      (): Activity => ({
        // The last is a lead that leads.csv lacks.
        lead: below(leads + 1),
        minute: below(minutes),
        type: ['page', 'Page ', 'call', ''][below(4)] ?? '',
        url: ['', '/a', ' /a', '/b,"c"', '/Łódź', '\u00a0/a'][below(6)] ?? '',
        size: ['1', '2.5', '', 'yes'][below(rows > 4_000 ? 4 : 3)] ?? '',
      }),
    );
  });

const atOf = ({ minute }: Activity) => new Date(Date.UTC(2025, 0, 1) + minute * 60_000).toISOString();
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const OPTIONS = { timeZone: 'UTC', referenceDateMs: Date.UTC(2000, 0, 1) };

function inMemory(leads: number, rows: readonly Activity[]) {
  const builder = createHistoryBuilder({ ...OPTIONS, attributeNames: [], propertyNames: ['url', 'size'] });
  for (let lead = 0; lead < leads; lead += 1) builder.addLead(`L${lead}`, '', []);
  for (const row of rows) builder.addActivity(`L${row.lead}`, atOf(row), row.type, [row.url, row.size]);
  return builder.finish();
}

async function streamed(leads: number, rows: readonly Activity[], limits: StoreLimits) {
  const folder = mkdtempSync(join(tmpdir(), 'accord-store-'));
  writeFileSync(join(folder, 'leads.csv'), `id\n${Array.from({ length: leads }, (_, lead) => `L${lead}\n`).join('')}`);
  const lines = rows.map((row) => `L${row.lead},${atOf(row)},${row.type},${quoted(row.url)},${row.size}\n`);
  writeFileSync(join(folder, 'activities.csv'), `lead,at,type,url,size\n${lines.join('')}`);
  const scratch = createScratchFile(join(folder, 'scratch'));
  const read = await readDataFolder(folder, { ...OPTIONS, scratch, limits });
  scratch.close();
  const left = readdirSync(folder);
  rmSync(folder, { recursive: true });
  if (!read.ok) throw new Error(read.error.detail);
  return { history: read.value.history, left };
}

describe('activities that do not fit in memory', () => {
  it('given any rows then they come in the order, and with the codes and kinds, of a history built in memory', async () => {
    await fc.assert(
      fc.asyncProperty(
        activities,
        fc.constantFrom(0, 50_000),
        fc.constantFrom(20, 1_500, 10_000),
        async (rows, memoryBytes, sortedRows) => {
          const leads = Math.max(1, ...rows.map(({ lead }) => lead));
          const { history, left } = await streamed(leads, rows, { memoryBytes, sortedRows });
          expect(history).toEqual(inMemory(leads, rows));
          expect(left).toEqual(['activities.csv', 'leads.csv']);
        },
      ),
      { numRuns: 25 },
    );
  });
});
