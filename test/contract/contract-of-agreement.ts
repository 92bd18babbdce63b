/** A draft that becomes a version, which both teams sign. */
import { describe, expect, it } from 'vitest';
import type { AgreementDocument } from '../../core/agreement/agreement-document.ts';
import { agreementFrom, fullAgreement } from '../core/agreement/agreement-from.ts';
import { answerOf, type ContractStage } from './contract-stage.ts';

export function agreementContract(stage: ContractStage): void {
  const call = () => stage.transport.call;
  const state = async () => answerOf(await call()('agreement.get', {}));
  const seat = async (team: 'marketing' | 'sales', person: string) => {
    const { seats } = answerOf(await call()('seats.add', { team, person }));
    return seats.find((one) => one.person === person)?.id ?? 0;
  };
  const edit = async (document: AgreementDocument, coalesce?: string) =>
    call()('agreement.edit', { document, label: 'Edit', ...(coalesce === undefined ? {} : { coalesce }) });
  const proposed = async (reason = '') => {
    answerOf(await edit(fullAgreement()));
    return answerOf(await call()('agreement.propose', { reason, label: 'Propose' }));
  };
  const table = async () => {
    await stage.newWorkshop();
    return { ilse: await seat('marketing', 'Ilse'), marek: await seat('sales', 'Marek') };
  };

  describe('the agreement', () => {
    it('is nothing in a new workshop', async () => {
      await stage.newWorkshop();
      expect(await state()).toEqual({
        draft: null,
        versions: [],
        inForce: null,
        signable: null,
        alterations: [],
        alteredRuleSetVersion: null,
      });
    });

    it('is drafted in steps that can be undone, of which those under one key are one', async () => {
      await stage.newWorkshop();
      answerOf(await edit(agreementFrom()));
      answerOf(await edit(agreementFrom({ disputes: 'We' }), 'disputes'));
      answerOf(await edit(agreementFrom({ disputes: 'We meet.' }), 'disputes'));
      expect((await state()).draft).toEqual({ document: agreementFrom({ disputes: 'We meet.' }), replaces: null });
      answerOf(await call()('scenario.undo', {}));
      expect((await state()).draft?.document.disputes).toBe('');
      answerOf(await call()('scenario.redo', {}));
      expect((await state()).draft?.document.disputes).toBe('We meet.');
      answerOf(await call()('agreement.discard', { label: 'Put away' }));
      expect((await state()).draft).toBeNull();
      answerOf(await call()('scenario.undo', {}));
      expect((await state()).draft?.document.disputes).toBe('We meet.');
    });

    it('refuses a document that contradicts itself, with the path', async () => {
      await stage.newWorkshop();
      const document = agreementFrom({ marketing: { volume: { least: 5, most: 4, weeks: 3, ofWeeks: 4 } } });
      expect(await edit(document)).toMatchObject({ error: { kind: 'badAgreement', path: 'marketing.volume.least' } });
    });

    it('is in force once both have signed, and the seats that signed are kept', async () => {
      const { ilse, marek } = await table();
      expect(await proposed()).toMatchObject({
        draft: null,
        signable: 1,
        inForce: null,
        versions: [{ state: 'open' }],
      });
      answerOf(await call()('agreement.sign', { number: 1, seatId: ilse }));
      const signed = answerOf(await call()('agreement.sign', { number: 1, seatId: marek }));
      expect(signed).toMatchObject({
        inForce: 1,
        alterations: [],
        versions: [
          {
            number: 1,
            state: 'inForce',
            document: fullAgreement(),
            signatures: [
              { team: 'marketing', person: 'Ilse', isWithdrawn: false },
              { team: 'sales', person: 'Marek', isWithdrawn: false },
            ],
          },
        ],
      });
      expect(await call()('seats.rename', { seatId: ilse, person: 'Else' })).toMatchObject({
        error: { kind: 'seatUsed' },
      });
    });

    it('tells every screen, and the timeline, what was signed by whom', async () => {
      const { ilse } = await table();
      await proposed();
      const before = (await stage.transport.events()).length;
      answerOf(await call()('agreement.sign', { number: 1, seatId: ilse }));
      const told = () => stage.transport.events().then((events) => events.slice(before));
      await expect.poll(told).toContainEqual({ kind: 'changed', what: 'agreement' });
      const { rows } = answerOf(
        await call()('timeline.list', { kinds: ['agreement'], newestFirst: true, offset: 0, limit: 1 }),
      );
      expect(rows).toMatchObject([
        { what: 'agreement.signed', team: 'marketing', person: 'Ilse', detail: { number: 1 } },
      ]);
    });

    it('is signed once by a team, and only by a seat', async () => {
      const { ilse } = await table();
      const radu = await seat('marketing', 'Radu');
      await proposed();
      answerOf(await call()('agreement.sign', { number: 1, seatId: ilse }));
      for (const seatId of [radu, 99])
        expect(await call()('agreement.sign', { number: 1, seatId })).toMatchObject({ error: { kind: 'cannotSign' } });
    });

    it('keeps every version with its reason; a signature can be withdrawn, a version opened again and given up', async () => {
      const { ilse, marek } = await table();
      await proposed();
      for (const seatId of [ilse, marek]) answerOf(await call()('agreement.sign', { number: 1, seatId }));
      expect(await call()('agreement.propose', { reason: 'x', label: 'x' })).toMatchObject({
        error: { kind: 'cannotSign' },
      });
      const opened = answerOf(await call()('agreement.reopen', { number: 1, reason: 'winter', label: 'Open again' }));
      expect(opened).toMatchObject({ draft: { replaces: 1 }, inForce: 1 });
      expect(await proposed('Conversion fell in winter.')).toMatchObject({ inForce: 1, signable: 2 });
      for (const seatId of [ilse, marek]) answerOf(await call()('agreement.sign', { number: 2, seatId }));
      const withdrawn = answerOf(
        await call()('agreement.withdraw', { number: 2, seatId: marek, reason: 'Too many leads.' }),
      );
      expect(withdrawn).toMatchObject({
        inForce: null,
        versions: [
          { number: 2, state: 'withdrawn', reason: 'Conversion fell in winter.' },
          { number: 1, state: 'superseded', events: [{ kind: 'reopened' }, { kind: 'superseded', supersededBy: 2 }] },
        ],
      });
      const given = answerOf(await call()('agreement.supersede', { number: 2, reason: 'Another product.' }));
      expect(given).toMatchObject({ signable: null, versions: [{ state: 'superseded' }, {}] });
    });

    it('keeps its rules as a version that can be the baseline', async () => {
      await table();
      const { versions } = await proposed();
      const { ruleSetVersionId = 0 } = versions[0] ?? {};
      const { baseline } = answerOf(await call()('scenario.setBaseline', { versionId: ruleSetVersionId }));
      expect(baseline.ruleSet).toEqual(fullAgreement().ruleSet);
    });
  });
}
