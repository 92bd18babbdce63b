/** A panel: drawn, judged blind, opened when both teams are done, judged again, and by a ballot. */
import { describe, expect, it } from 'vitest';
import type { Input } from '../../api/contract.ts';
import { sealOf, sha256 } from '../../services/panel/ballot/seal.ts';
import { answerOf, type ContractStage } from './contract-stage.ts';

type Verdict = Input<'panel.judge'>['verdict'];

interface Ballot {
  readonly nonce: string;
  readonly secret: string;
  readonly cards: readonly { readonly card: number }[];
}

/** As its page would save it. */
function answersOf(html: string, verdict: Verdict, words: string): string {
  const [, data = '{}'] = /id="ballot">(.*)<\/script>/u.exec(html) ?? [];
  const { nonce, secret, cards } = JSON.parse(data) as Ballot;
  const answers = cards.map(({ card }) => ({ card, verdict, reasonKind: 'company' as const, words }));
  const seal = sealOf(secret, sha256(JSON.stringify(cards)), answers);
  return JSON.stringify({ format: 'accord.ballot/1', ballot: nonce, answers, seal });
}

export function panelContract(stage: ContractStage): void {
  const call = () => stage.transport.call;
  const draw = async (seed = 1) =>
    answerOf(
      await call()('panel.draw', {
        level: 'mql',
        options: { horizon: 'outcome' },
        key: 'panel',
        name: 'Spring',
        seed,
        size: 20,
      }),
    );
  const seat = async (team: 'marketing' | 'sales', person: string): Promise<number> => {
    const { seats } = answerOf(await call()('seats.add', { team, person }));
    return seats.find((one) => one.person === person)?.id ?? -1;
  };
  const stagePanel = async () => {
    await stage.newDemo();
    const [ilse, marek] = [await seat('marketing', 'Ilse'), await seat('sales', 'Marek')];
    return { panel: await draw(), ilse, marek };
  };
  const judgeAll = async (panelId: number, seatId: number, verdictOf: (card: number) => Verdict) => {
    const { cards } = answerOf(await call()('panel.cards', { panelId, seatId }));
    for (const { card } of cards)
      answerOf(
        await call()('panel.judge', {
          panelId,
          seatId,
          card,
          verdict: verdictOf(card),
          reasonKind: 'interest',
          words: `secret of ${seatId}`,
        }),
      );
    return answerOf(await call()('panel.finish', { panelId, seatId }));
  };

  describe('a panel', () => {
    it('has 20 cards with facts, without names, scores or outcomes; the same seed draws the same', async () => {
      const { panel, ilse } = await stagePanel();
      expect(panel).toMatchObject({ name: 'Spring', leads: 20, cards: 20, round: 1, hasResults: false });
      expect(panel.leftOut).toContainEqual({ attribute: 'email', because: 'names' });
      const { cards } = answerOf(await call()('panel.cards', { panelId: panel.id, seatId: ilse }));
      expect(cards.map(({ card }) => card)).toEqual(Array.from({ length: 20 }, (_, card) => card));
      expect(Object.keys(cards[0] ?? {})).toEqual(['card', 'facts', 'mine']);
      expect(JSON.stringify(cards)).not.toMatch(/@|L0000|score|outcome/u);
      const again = await draw();
      const other = await draw(2);
      const factsOf = async (panelId: number) =>
        answerOf(await call()('panel.cards', { panelId, seatId: ilse })).cards.map(({ facts }) => facts);
      expect(await factsOf(again.id)).toEqual(cards.map(({ facts }) => facts));
      expect(await factsOf(other.id)).not.toEqual(cards.map(({ facts }) => facts));
    });

    it('tells nobody what the other says before both are done, and not even a seat itself once it is', async () => {
      const { panel, ilse, marek } = await stagePanel();
      await judgeAll(panel.id, ilse, () => 'yes');
      const closed = [
        await call()('panel.results', { panelId: panel.id }),
        await call()('panel.sides', { panelId: panel.id, key: 'panel' }),
      ];
      for (const reply of closed) expect(reply).toMatchObject({ error: { kind: 'blind' } });
      const open = [
        await call()('panel.list', {}),
        await call()('panel.cards', { panelId: panel.id, seatId: marek }),
        await call()('panel.cards', { panelId: panel.id, seatId: ilse }),
        await call()('timeline.list', { kinds: null, newestFirst: false, offset: 0, limit: 500 }),
        await call()('seats.list', {}),
      ];
      for (const reply of open) expect(reply).toMatchObject({ ok: true });
      const said = [
        ...open,
        await call()('panel.judge', {
          panelId: panel.id,
          seatId: marek,
          card: 0,
          verdict: 'no',
          reasonKind: null,
          words: '',
        }),
      ];
      expect(JSON.stringify(said)).not.toContain('secret of');
      expect(JSON.stringify(said)).not.toContain('"verdict":"yes"');
    });

    it('opens when both are done: agreement, who is stricter, disagreements with both reasons', async () => {
      const { panel, ilse, marek } = await stagePanel();
      await judgeAll(panel.id, ilse, (card) => (card < 12 ? 'yes' : 'no'));
      const done = await judgeAll(panel.id, marek, (card) => (card < 8 ? 'yes' : 'no'));
      expect(done).toMatchObject({ hasResults: true, isRoundDone: true });
      const results = answerOf(await call()('panel.results', { panelId: panel.id }));
      expect(results.first).toMatchObject({ leads: 20, agreed: 16, raw: 0.8, stricter: 'sales', onlyMarketing: 4 });
      expect(results.first.kappa?.value).toBeCloseTo(0.6154, 4);
      const [differs] = results.leads.filter(({ first }) => first.marketing !== first.sales);
      expect(differs?.opinions.map(({ person, verdict, words }) => [person, verdict, words])).toEqual([
        ['Ilse', 'yes', `secret of ${ilse}`],
        ['Marek', 'no', `secret of ${marek}`],
      ]);
      const sides = answerOf(await call()('panel.sides', { panelId: panel.id, key: 'panel' }));
      expect(sides.sides.map(({ side }) => side.kind)).toEqual(['baseline', 'scenario', 'handover']);
      for (const { marketing, sales, reached } of sides.sides)
        expect([marketing.leads, sales.leads, reached?.of]).toEqual([20, 20, 20]);
      expect(sides.outcome.marketing.leads).toBe(sides.outcome.known);
    });

    it('takes no judgement of a seat that is done, nor of anybody once both are', async () => {
      const { panel, ilse, marek } = await stagePanel();
      const late = await seat('sales', 'Chiara');
      await judgeAll(panel.id, ilse, () => 'yes');
      const again = { panelId: panel.id, card: 0, verdict: 'no', reasonKind: null, words: '' } as const;
      expect(await call()('panel.judge', { ...again, seatId: ilse })).toMatchObject({ error: { kind: 'judged' } });
      expect(await call()('panel.finish', { panelId: panel.id, seatId: marek })).toMatchObject({
        error: { kind: 'badInput' },
      });
      await judgeAll(panel.id, marek, () => 'no');
      expect(await call()('panel.judge', { ...again, seatId: late })).toMatchObject({ error: { kind: 'judged' } });
    });

    it('asks a second time about what was disagreed on alone, and shows before and after', async () => {
      const { panel, ilse, marek } = await stagePanel();
      await judgeAll(panel.id, ilse, (card) => (card < 12 ? 'yes' : 'no'));
      await judgeAll(panel.id, marek, (card) => (card < 8 ? 'yes' : 'no'));
      expect(answerOf(await call()('panel.secondRound', { panelId: panel.id }))).toMatchObject({ round: 2, cards: 4 });
      await judgeAll(panel.id, ilse, (card) => (card < 10 ? 'yes' : 'no'));
      const between = answerOf(await call()('panel.results', { panelId: panel.id }));
      expect(between.second).toBeNull();
      expect(between.leads.flatMap(({ opinions }) => opinions.filter(({ round }) => round === 2))).toEqual([]);
      await judgeAll(panel.id, marek, () => 'no');
      const results = answerOf(await call()('panel.results', { panelId: panel.id }));
      expect([results.first.agreed, results.second?.agreed]).toEqual([16, 18]);
    });

    it('counts a ballot as if it had been judged here', async () => {
      const { panel, ilse, marek } = await stagePanel();
      await judgeAll(panel.id, ilse, () => 'yes');
      const { html, fileName } = answerOf(await call()('panel.ballot', { panelId: panel.id, seatId: marek }));
      expect(fileName).toBe('Spring-Marek.html');
      expect(answerOf(await call()('panel.list', {}))[0]?.seats).toContainEqual(
        expect.objectContaining({ seatId: marek, hasBallotOut: true, isDone: false }),
      );
      const text = answersOf(html, 'no', 'too „small“ <b>');
      expect(answerOf(await call()('panel.importBallot', { text }))).toMatchObject({ hasResults: true });
      const { first, leads } = answerOf(await call()('panel.results', { panelId: panel.id }));
      expect(first).toMatchObject({ leads: 20, agreed: 0, onlyMarketing: 20 });
      expect(leads[0]?.opinions[1]).toMatchObject({ person: 'Marek', words: 'too „small“ <b>', reasonKind: 'company' });
    });

    it('refuses a ballot that was changed, that is foreign, that comes twice or is none, and says which', async () => {
      const { panel, ilse, marek } = await stagePanel();
      const { html } = answerOf(await call()('panel.ballot', { panelId: panel.id, seatId: marek }));
      const text = answersOf(html, 'no', '');
      const reasonFor = async (given: string): Promise<string> => {
        const reply = await call()('panel.importBallot', { text: given });
        expect(reply).toMatchObject({ ok: false, error: { kind: 'badBallot' } });
        return reply.ok ? '' : reply.error.detail;
      };
      expect(await reasonFor(text.replace('"verdict":"no"', '"verdict":"yes"'))).toContain('changed after');
      expect(await reasonFor(answersOf(html.replace('"card":0', '"card":1'), 'no', ''))).toContain('changed after');
      expect(await reasonFor('hello')).toContain('not JSON');
      expect(await reasonFor('{}')).toContain('no whole ballot');
      answerOf(await call()('panel.importBallot', { text }));
      expect(await reasonFor(text)).toContain('taken already');
      expect((await judgeAll(panel.id, ilse, () => 'yes')).hasResults).toBe(true);
      await stagePanel();
      expect(await reasonFor(text)).toContain('not given out by this workshop');
    });
  });
}
