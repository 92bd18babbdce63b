/** Files of costs: looked at, mapped, brought in. */
import type { Buffer } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workbookFile } from '../support/workbook-file.ts';
import { answerOf, type ContractStage } from './contract-stage.ts';

const AS_FOUND = { dates: null, numbers: null };

export function costsContract(stage: ContractStage): void {
  describe('a file of costs', () => {
    const choose = async (name: string, content: string | Buffer): Promise<string> => {
      const path = join(stage.folder, name);
      writeFileSync(path, content);
      const [picked] = await stage.transport.choose('costs', [path]);
      return picked?.token ?? '';
    };

    it('is looked at with its columns proposed, and nothing is changed', async () => {
      await stage.newWorkshop();
      const token = await choose('spend.csv', 'Channel;Month;Spend\nAds;2026-01;1.200,50\n;2026-01;7\n');
      const seen = answerOf(await stage.transport.call('costs.inspect', { token, mapping: null }));
      expect(seen).toMatchObject({
        file: 'spend.csv',
        columns: ['Channel', 'Month', 'Spend'],
        mapping: { layout: 'long', source: 0, month: 1, amount: 2, ...AS_FOUND },
        preview: [{ line: 2, cells: ['Ads', '2026-01', '1.200,50'] }, { line: 3 }],
        fault: null,
        found: { numbers: 'comma', read: 2, accepted: 1, rejected: 1, cells: 1, sumCents: 120_050, replaced: 0 },
      });
      expect(seen.found?.firstRejected[0]).toMatchObject({ line: 3, column: 'Channel', cells: ['', '2026-01', '7'] });
      expect(answerOf(await stage.transport.call('costs.list', { level: 'mql' })).total.costCents).toBeNull();
    });

    it('may be a workbook, on any thread and any transport', async () => {
      await stage.newWorkshop();
      const rows = [
        ['Source', 'Month', 'Cost'],
        ['Ads', '2026-01', '12.5'],
        ['Ads', 'soon', '3'],
      ].map((cells) => `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`);
      const token = await choose('spend.xlsx', workbookFile({ sheets: [{ name: 'Spend', rows: rows.join('') }] }));
      const seen = answerOf(await stage.transport.call('costs.inspect', { token, mapping: null }));
      expect(seen).toMatchObject({ encoding: 'xlsx', found: { accepted: 1, sumCents: 1_250 } });
      expect(seen.found?.firstRejected).toMatchObject([{ line: 3, column: 'Month', value: 'soon' }]);
      answerOf(await stage.transport.call('costs.import', { token, mapping: seen.mapping }));
      expect(answerOf(await stage.transport.call('costs.list', { level: 'mql' })).total.costCents).toBe(1_250);
    });

    it('asks for what may be read in two ways, and reads it as it is told', async () => {
      await stage.newWorkshop();
      const token = await choose('two-ways.csv', 'Who,When,Cost\nAds,03/04/2026,1.500\n');
      const ask = async (change: object) => {
        const mapping = { layout: 'long', source: 0, month: 1, amount: 2, ...AS_FOUND, ...change };
        return answerOf(await stage.transport.call('costs.inspect', { token, mapping }));
      };
      expect((await ask({ source: null, month: null })).fault).toEqual({ kind: 'missing', parts: ['source', 'month'] });
      expect((await ask({})).fault).toMatchObject({ kind: 'numbers', ambiguous: true, forms: ['point', 'comma'] });
      expect((await ask({ numbers: 'comma' })).fault).toMatchObject({ kind: 'dates', ambiguous: true });
      expect((await ask({ numbers: 'comma', dates: 'dmy' })).found).toMatchObject({ accepted: 1, sumCents: 150_000 });
    });

    it('is brought in once, however often: the same source and month are replaced', async () => {
      await stage.newWorkshop();
      const mapping = { layout: 'long', source: 0, month: 1, amount: 2, ...AS_FOUND };
      const bringIn = async (text: string) => {
        const token = await choose('again.csv', text);
        return answerOf(await stage.transport.call('costs.import', { token, mapping }));
      };
      const before = (await stage.transport.events()).length;
      const text = 'source,month,cost\nAds,2026-01,12.34\nFair,2026-01,5\nFair,May,5\n';
      const first = await bringIn(text);
      expect(first).toMatchObject({ read: 3, accepted: 2, cells: 2, sumCents: 1_734, replaced: 0, changed: 0 });
      expect(first.rejected).toMatchObject([{ line: 4, column: 'month', cells: ['Fair', 'May', '5'] }]);
      await expect
        .poll(async () => (await stage.transport.events()).slice(before))
        .toContainEqual({ kind: 'changed', what: 'costs' });
      expect(await bringIn(text.replace('Ads', 'ADS'))).toMatchObject({ cells: 2, replaced: 2, changed: 0 });
      expect(await bringIn('source,month,cost\nads,2026-01,1\n')).toMatchObject({ replaced: 1, changed: 1 });
      const { total, sources } = answerOf(await stage.transport.call('costs.list', { level: 'mql' }));
      expect([total.costCents, sources.map(({ source }) => source)]).toEqual([600, ['Ads', 'Fair']]);
    });

    it.each([
      ['picture.csv', '\u0089PNG\r\n\u001a\n\0\0\0', 'badSource'],
      ['rowless.csv', 'source,month,cost\n', 'badSource'],
      ['hopeless.csv', 'source,month,cost\nAds,May,1\n', 'badSource'],
    ])('%s changes nothing, and the answer says so', async (name, text, kind) => {
      await stage.newWorkshop();
      const token = await choose(name, text);
      const mapping = { layout: 'long', source: 0, month: 1, amount: 2, ...AS_FOUND };
      expect(await stage.transport.call('costs.import', { token, mapping })).toMatchObject({
        ok: false,
        error: { kind, detail: expect.stringContaining('Nothing was changed') as string },
      });
      expect(answerOf(await stage.transport.call('costs.list', { level: 'mql' })).total.costCents).toBeNull();
    });

    it('is not known by a token that was never given', async () => {
      await stage.newWorkshop();
      expect(await stage.transport.call('costs.inspect', { token: 'unknown', mapping: null })).toMatchObject({
        ok: false,
        error: { kind: 'notFound', path: 'token' },
      });
    });
  });
}
