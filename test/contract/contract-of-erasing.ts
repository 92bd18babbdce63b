/** A lead erased for good: gone from every answer, and from the bytes of every file. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shelfPath } from '../../services/replay/shelf/packed-shelf.ts';
import { answerOf, type ContractStage } from './contract-stage.ts';
import { EXAMPLE_INPUTS } from './example-inputs.ts';

export function erasingContract(stage: ContractStage): void {
  /** The workshop's path. */
  const workshopWithAda = async (): Promise<string> => {
    const name = await stage.newWorkshop();
    const data = join(stage.folder, `data of ${name}`);
    mkdirSync(data);
    writeFileSync(
      join(data, 'leads.csv'),
      'id,created,email\nA,2026-01-05,ada@lovelace.example\nB,2026-01-06,bo@b.example\n',
    );
    writeFileSync(join(data, 'activities.csv'), 'lead,at,type,url\nA,2026-01-08,visit,/of/ada\nB,2026-01-08,visit,/\n');
    writeFileSync(join(data, 'stages.csv'), 'lead,at,stage\nA,2026-02-01,sql\n');
    const files = (await stage.transport.choose('data-folder', [data])).map(({ token }) => ({ file: token }));
    answerOf(await stage.transport.call('import.run', { files, onChanged: 'keep', jobId: 'import' }));
    return join(stage.workshopsFolder, `${name}.accord`);
  };
  const bytesBeside = (path: string): string =>
    readdirSync(stage.workshopsFolder)
      .map((name) => join(stage.workshopsFolder, name))
      .filter((file) => file.startsWith(path))
      .map((file) => readFileSync(file, 'latin1'))
      .join('\n');
  const listed = async () => answerOf(await stage.transport.call('leads.list', EXAMPLE_INPUTS['leads.list'])).rows;

  describe('erasing a lead', () => {
    it('leaves the others, answers anew without it, and tells every screen', async () => {
      await workshopWithAda();
      expect((await listed()).map(({ lead }) => lead).sort()).toEqual(['A', 'B']);
      const before = (await stage.transport.events()).length;
      expect(answerOf(await stage.transport.call('leads.erase', { id: 'A', jobId: 'erase' }))).toEqual({ leads: 1 });
      expect((await listed()).map(({ lead }) => lead)).toEqual(['B']);
      expect(await stage.transport.call('leads.one', { id: 'A' })).toMatchObject({ error: { kind: 'notFound' } });
      expect(answerOf(await stage.transport.call('history.summary', {}))).toMatchObject({
        leads: 1,
        activities: 1,
        stages: 0,
      });
      const told = () => stage.transport.events().then((events) => events.slice(before));
      await expect.poll(told).toContainEqual({ kind: 'changed', what: 'history' });
      expect(await told()).toContainEqual(expect.objectContaining({ kind: 'progress', jobId: 'erase' }));
    });

    it('leaves none of its bytes in the workshop or beside it, packed histories neither, while the app is open', async () => {
      const path = await workshopWithAda();
      const kept = [shelfPath(path, 'baseline'), shelfPath(path, 'scenario')];
      for (const file of [...kept, `${shelfPath(path, 'scenario')}.part`]) {
        writeFileSync(file, 'packed with ada@lovelace.example');
      }
      await listed();
      for (const trace of ['ada@lovelace.example', '/of/ada']) expect(bytesBeside(path)).toContain(trace);
      answerOf(await stage.transport.call('leads.erase', { id: 'A', jobId: 'erase' }));
      for (const trace of ['ada@lovelace.example', '/of/ada']) expect(bytesBeside(path)).not.toContain(trace);
      expect(
        readdirSync(stage.workshopsFolder).filter((name) =>
          join(stage.workshopsFolder, name).startsWith(`${path}-replay`),
        ),
      ).toEqual([]);
      expect(bytesBeside(path)).toContain('bo@b.example');
    });

    it('of an id that no lead has changes nothing', async () => {
      await workshopWithAda();
      expect(await stage.transport.call('leads.erase', { id: 'nobody', jobId: 'erase' })).toMatchObject({
        ok: false,
        error: { kind: 'notFound', path: 'id' },
      });
      expect(await listed()).toHaveLength(2);
    });
  });
}
