/** Data folders brought in. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerOf, type ContractStage } from './contract-stage.ts';

export function importContract(stage: ContractStage): void {
  describe('an import', () => {
    const writeData = (dataName: string, leads: string): string => {
      const data = join(stage.folder, dataName);
      mkdirSync(data);
      writeFileSync(join(data, 'leads.csv'), leads);
      writeFileSync(join(data, 'activities.csv'), 'lead,at,type\nA,2026-01-08,visit\nZ,2026-01-08,visit\n');
      writeFileSync(join(data, 'stages.csv'), 'lead,at,stage\nA,2026-02-01,sql\n');
      return data;
    };

    it('of a data folder looks first, then brings everything in', async () => {
      await stage.newWorkshop();
      const data = writeData('export', 'id,created,country\nA,2026-01-05,DE\nB,2026-01-06,PL\n');
      const files = (await stage.transport.choose('data-folder', [data])).map(({ token }) => ({ file: token }));
      expect(answerOf(await stage.transport.call('import.inspect', { files }))).toMatchObject({ kind: 'folder' });
      const before = (await stage.transport.events()).length;
      answerOf(await stage.transport.call('import.run', { files, onChanged: 'keep', jobId: 'import' }));
      expect(answerOf(await stage.transport.call('workshop.state', {})).open).toMatchObject({
        leads: 2,
        activities: 1,
        stages: 1,
      });
      await expect
        .poll(async () => (await stage.transport.events()).slice(before))
        .toContainEqual({ kind: 'changed', what: 'history' });
    });

    it('of a data folder with a fault changes nothing and names the place', async () => {
      await stage.newWorkshop();
      const data = writeData('faulty', 'id,created\nA,2026-01-05\nA,2026-01-06\n');
      const files = (await stage.transport.choose('data-folder', [data])).map(({ token }) => ({ file: token }));
      const reply = await stage.transport.call('import.run', { files, onChanged: 'keep', jobId: 'import' });
      expect(reply).toMatchObject({
        ok: false,
        error: { kind: 'badSource', detail: expect.stringContaining('line 3') as string },
      });
      expect(answerOf(await stage.transport.call('workshop.state', {})).open?.leads).toBe(0);
    });

    it('keeps every rejected row with its line and reason, and its counts add up', async () => {
      await stage.newWorkshop();
      const data = writeData('stray', 'id,created\nA,2026-01-05\n');
      const files = (await stage.transport.choose('data-folder', [data])).map(({ token }) => ({ file: token }));
      const report = answerOf(await stage.transport.call('import.run', { files, onChanged: 'keep', jobId: 'import' }));
      for (const { read, accepted, rejected, duplicate } of report.tables) {
        expect(accepted + rejected + duplicate).toBe(read);
      }
      const rejected = answerOf(
        await stage.transport.call('import.rejected', { importId: report.id, offset: 0, limit: 10 }),
      );
      expect([rejected.total, rejected.rows[0]]).toEqual([
        1,
        expect.objectContaining({ file: 'activities.csv', table: 'activities', line: 3 }),
      ]);
      expect(answerOf(await stage.transport.call('history.summary', {})).imports).toHaveLength(1);
    });

    const LEADS = { format: 'accord.mapping/1', rows: 'leads', lead: 'key', created: 'made', stages: [] };
    const chosen = async (name: string, text: string) => {
      const path = join(stage.folder, name);
      writeFileSync(path, text);
      const [picked] = await stage.transport.choose('delimited', [path]);
      return [{ file: picked?.token ?? '', mapping: LEADS }];
    };

    it('is tried first: counts and rejected rows as it would bring, and nothing is changed', async () => {
      await stage.newWorkshop();
      const files = await chosen('tried.csv', 'key,made\nA,2025-01-01\nB,soon\n');
      const trial = answerOf(await stage.transport.call('import.try', { files, jobId: 'try' }));
      expect(trial).toMatchObject({
        files: [{ file: 'tried.csv', table: 'leads', read: 2, accepted: 1, rejected: 1, duplicate: 0 }],
        rejected: [{ line: 3, column: 'made', value: 'soon' }],
        isWhole: true,
      });
      expect(answerOf(await stage.transport.call('workshop.state', {})).open?.leads).toBe(0);
    });

    it('gives its rejected rows as CSV, piece by piece, which comes in again when it is mended', async () => {
      await stage.newWorkshop();
      const rows = Array.from({ length: 5_001 }, (_, index) => `K${index},soon,"=1+1, ""ż"""`);
      const files = await chosen('many.csv', `key,made,note\n${rows.join('\n')}\n`);
      const { id } = answerOf(await stage.transport.call('import.run', { files, onChanged: 'keep', jobId: 'import' }));
      const input = { importId: id, file: 'many.csv' };
      const first = answerOf(await stage.transport.call('import.rejectedCsv', { ...input, offset: 0 }));
      expect(first).toMatchObject({ rows: 5_000, nextOffset: 5_000 });
      const last = answerOf(await stage.transport.call('import.rejectedCsv', { ...input, offset: first.nextOffset }));
      expect(last).toMatchObject({ rows: 1, nextOffset: null });
      const csv = first.csv + last.csv;
      expect(csv).toMatch(/^\ufeffaccord line,accord column,accord reason,key,made,note\r\n2,made,/u);
      const mended = await chosen('many-rejected.csv', csv.replaceAll(',soon,', ',2025-01-01,'));
      const report = answerOf(
        await stage.transport.call('import.run', { files: mended, onChanged: 'keep', jobId: 'import' }),
      );
      expect(report.tables).toMatchObject([{ table: 'leads', read: 5_001, accepted: 5_001 }]);
    });

    it('lists what the workshop held otherwise, page by page, kept and then taken', async () => {
      await stage.newWorkshop();
      const run = async (text: string, onChanged: 'keep' | 'take') =>
        answerOf(
          await stage.transport.call('import.run', {
            files: await chosen('changing.csv', text),
            onChanged,
            jobId: 'import',
          }),
        );
      await run('key,made,size\nA,2025-01-01,1\nB,2025-01-01,2\nC,2025-01-01,3\n', 'keep');
      const newer = 'key,made,size\nA,2025-01-01,1\nB,2025-01-01,20\nC,2025-01-01,\n';
      const kept = await run(newer, 'keep');
      expect(kept.tables).toMatchObject([{ accepted: 0, duplicate: 3, changed: 2 }]);
      const page = answerOf(await stage.transport.call('import.changed', { importId: kept.id, offset: 1, limit: 5 }));
      expect(page).toEqual({
        offset: 1,
        total: 2,
        rows: [{ file: 'changing.csv', table: 'leads', line: 4, lead: 'C', column: 'size', held: '3', given: '' }],
      });
      expect((await run(newer, 'take')).tables).toMatchObject([{ accepted: 2, duplicate: 1, changed: 2 }]);
      expect((await run(newer, 'take')).tables).toMatchObject([{ accepted: 0, duplicate: 3, changed: 0 }]);
    });
  });
}
