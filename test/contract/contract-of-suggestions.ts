/** Points learned from the history of the open workshop, on a worker of their own. */
import { describe, expect, it } from 'vitest';
import { parseRuleSet } from '../../core/rule-set/parse-rule-set.ts';
import { ownTimeMs } from '../support/own-time.ts';
import { answerOf, type ContractStage } from './contract-stage.ts';
import { EXAMPLE_INPUTS } from './example-inputs.ts';

export function suggestionsContract(stage: ContractStage): void {
  const { constraints } = EXAMPLE_INPUTS['suggest.run'];
  let demos = 0;
  const openDemo = async (leads: number): Promise<void> => {
    demos += 1;
    const { token } = await stage.transport.pickNewWorkshop(`Learned from ${demos}`);
    answerOf(await stage.transport.call('workshop.createDemo', { token, leads, seed: 7, jobId: `learn ${demos}` }));
  };

  describe('suggested points', () => {
    it('are complete rule sets, compared with the scenario on the same leads, and tell how far they are', async () => {
      await openDemo(5_000);
      const before = (await stage.transport.events()).length;
      const answer = answerOf(await stage.transport.call('suggest.run', { constraints, jobId: 'suggest' }));
      if (answer.kind !== 'suggested') throw new Error(JSON.stringify(answer));
      const { cards, present, leftOut } = answer.suggestion;
      for (const { ruleSet, judgedOn } of cards) {
        expect(parseRuleSet(ruleSet).ok).toBe(true);
        expect(judgedOn.n).toBe(present?.judgedOn.n);
      }
      expect(leftOut).toContainEqual({ attribute: 'sales_owner', why: 'forbidden' });
      expect((await stage.transport.events()).slice(before)).toContainEqual(
        expect.objectContaining({ kind: 'progress', jobId: 'suggest', phase: 'learning' }),
      );
      const { ruleSet } = answerOf(await stage.transport.call('scenario.get', {}));
      expect(ruleSet.name).toBe('Joint draft');
    });

    it('keep rules of the scenario with their points; one that is gone is said', async () => {
      await openDemo(5_000);
      const fixed = await stage.transport.call('suggest.run', {
        constraints: { ...constraints, fixed: ['quote', 'decides'] },
        jobId: 'suggest',
      });
      const answer = answerOf(fixed);
      if (answer.kind !== 'suggested') throw new Error(JSON.stringify(answer));
      for (const { ruleSet } of answer.suggestion.cards)
        expect(ruleSet.rules.slice(0, 2)).toMatchObject([
          { id: 'decides', points: 20 },
          { id: 'quote', points: 40 },
        ]);
      expect(
        await stage.transport.call('suggest.run', {
          constraints: { ...constraints, fixed: ['gone'] },
          jobId: 'suggest',
        }),
      ).toMatchObject({ ok: false, error: { kind: 'notFound', path: 'constraints.fixed' } });
    });

    it('are learned from the leads that the rule set is meant for, and judged on them', async () => {
      await openDemo(5_000);
      const asked = async () => {
        const answer = answerOf(await stage.transport.call('suggest.run', { constraints, jobId: 'suggest' }));
        if (answer.kind !== 'suggested') throw new Error(JSON.stringify(answer));
        return answer.suggestion.present;
      };
      const ofAll = await asked();
      const scope = { attribute: 'country', op: 'is', value: ['Germany', 'Poland', 'Italy'] };
      answerOf(await stage.transport.call('ruleSets.setScope', { scope, label: 'Three countries' }));
      const ofSome = await asked();
      expect(ofSome?.judgedOn.n).toBeGreaterThan(0);
      expect(ofSome?.judgedOn.n).toBeLessThan((ofAll?.judgedOn.n ?? 0) * 0.8);
      expect(ofSome?.chosenOn.n).toBeLessThan((ofAll?.chosenOn.n ?? 0) * 0.8);
    });

    it('of a history that is too small are refused with how much there is', async () => {
      await stage.newDemo();
      expect(answerOf(await stage.transport.call('suggest.run', { constraints, jobId: 'suggest' }))).toMatchObject({
        kind: 'refused',
        fault: { kind: 'tooSmall', needed: 40 },
      });
    });

    it('are cancelled within a second', async () => {
      await openDemo(8_000);
      const before = (await stage.transport.events()).length;
      const run = stage.transport.call('suggest.run', { constraints: { ...constraints, rules: 30 }, jobId: 'suggest' });
      await expect
        .poll(async () => (await stage.transport.events()).slice(before), { interval: 10 })
        .toContainEqual(expect.objectContaining({ kind: 'progress', jobId: 'suggest', phase: 'learning' }));
      const cancelledMs = ownTimeMs();
      expect(answerOf(await stage.transport.call('job.cancel', { jobId: 'suggest' }))).toEqual({ cancelled: true });
      expect(await run).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
      expect(ownTimeMs() - cancelledMs).toBeLessThan(1_000);
    });
  });
}
