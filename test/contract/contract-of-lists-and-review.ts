/** Working lists and the review, as the app answers them. */
import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import type { ListName } from '../../api/lists.ts';
import { draftRuleSet } from '../../core/demo/demo-rule-set.ts';
import { agreementFrom } from '../core/agreement/agreement-from.ts';
import { answerOf, type ContractStage } from './contract-stage.ts';

const LISTS: readonly ListName[] = ['sales-urgent', 'sales', 'nurture', 'recycle'];

export function listsAndReviewContract(stage: ContractStage): void {
  const call = () => stage.transport.call;
  const page = async (list: ListName, offset = 0, limit = 100) =>
    answerOf(await call()('lists.page', { list, offset, limit, key: 'lists' }));
  const sign = async () => {
    const seated = async (team: 'marketing' | 'sales', person: string) => {
      const { seats } = answerOf(await call()('seats.add', { team, person }));
      return seats.find((one) => one.person === person)?.id ?? 0;
    };
    const seats = [await seated('marketing', 'Ilse'), await seated('sales', 'Marek')];
    const document = agreementFrom({
      ruleSet: draftRuleSet(),
      validFrom: '2024-01-01',
      marketing: { volume: { least: 0, most: 1_000, weeks: 9, ofWeeks: 10 } },
    });
    answerOf(await call()('agreement.edit', { document, label: 'Draft' }));
    answerOf(await call()('agreement.propose', { reason: '', label: 'Propose' }));
    for (const seatId of seats) answerOf(await call()('agreement.sign', { number: 1, seatId }));
  };

  describe('working lists', () => {
    it('are those of the scenario on the table until both have signed', async () => {
      await stage.newDemo();
      expect((await page('sales')).by).toMatchObject({ isSigned: false, name: 'Joint draft', number: null });
      await sign();
      expect((await page('sales')).by).toMatchObject({ isSigned: true, name: 'Qualified leads 2027', number: 1 });
    });

    it('hold the scores that the list of all leads shows, best first, page by page', async () => {
      await stage.newDemo();
      const all = answerOf(
        await call()('leads.list', {
          search: '',
          sort: 'score',
          descending: true,
          level: 'mql',
          offset: 0,
          limit: 500,
        }),
      );
      const scores = new Map(all.rows.map(({ lead, score }) => [lead, score]));
      for (const list of LISTS) {
        const { rows, counts } = await page(list);
        expect(rows.length).toBe(Math.min(100, counts[list]));
        for (const { lead, score } of rows) expect(score).toBeCloseTo(scores.get(lead) ?? Number.NaN, 9);
        const inOrder = rows.map(({ score }) => score);
        expect(inOrder).toEqual(inOrder.toSorted((left, right) => right - left));
        const [second] = (await page(list, 1, 1)).rows;
        expect(second).toEqual(rows[1]);
      }
    });

    it('say what has changed since they were given out, and the timeline says that they were', async () => {
      await stage.newDemo();
      expect((await page('nurture')).since).toBeNull();
      const given = answerOf(await call()('lists.export', { list: 'nurture', as: 'csv', jobId: 'list' }));
      expect(given).toMatchObject({ fileName: 'nurture.csv', mediaType: 'text/csv', isRemembered: true });
      const text = Buffer.from(given.base64, 'base64').toString('utf8');
      expect(text.trimEnd().split('\r\n').length - 1).toBe(given.leads);
      expect((await page('nurture')).since).toMatchObject({ added: 0, moved: 0, gone: 0 });
      const timeline = answerOf(await call()('timeline.list', { kinds: null, newestFirst: true, offset: 0, limit: 1 }));
      expect(timeline.rows[0]).toMatchObject({ what: 'lists.given', detail: { list: 'nurture', leads: given.leads } });
    });

    it('go out as workbooks too', async () => {
      await stage.newDemo();
      const { base64 } = answerOf(await call()('lists.export', { list: 'sales', as: 'xlsx', jobId: 'list' }));
      expect(Buffer.from(base64, 'base64').subarray(0, 2).toString('latin1')).toBe('PK');
    });
  });

  describe('the review', () => {
    const review = async (fromMs: number | null) =>
      answerOf(await call()('review.get', { key: 'review', start: 'rules', fromMs }));

    it('has nothing to look at before anything is signed', async () => {
      await stage.newDemo();
      expect(await review(null)).toEqual({ signed: null });
    });

    it('waits for newer history, and meanwhile can look at an earlier period', async () => {
      await stage.newDemo();
      await sign();
      expect(await review(null)).toMatchObject({
        signed: { number: 1 },
        isNewer: false,
        leads: { after: 0 },
        proposal: { kind: 'wait' },
      });
      const { asOfMs } = (await review(null)) as { readonly asOfMs: number };
      const earlier = await review(asOfMs - 120 * 86_400_000);
      expect(earlier).toMatchObject({
        isNewer: true,
        promises: [{ figure: { kind: 'volume' }, verdict: { kind: 'held' } }],
      });
    });
  });
}
