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
  });
}
