/** What the history says about the promises of an agreement, as the app answers it. */
import { describe, expect, it } from 'vitest';
import type { Input } from '../../api/contract.ts';
import type { AgreementDocument } from '../../api/promises.ts';
import { draftRuleSet } from '../../core/demo/demo-rule-set.ts';
import { fullAgreement } from '../core/agreement/agreement-from.ts';
import { answerOf, type ContractStage } from './contract-stage.ts';

const options = { horizon: 'outcome' } as const;
const ofDraft = { kind: 'ruleSet', ruleSet: draftRuleSet() } as const;

export function promisesContract(stage: ContractStage): void {
  describe('an agreement that fills itself', () => {
    const prefill = (side: Input<'agreement.prefill'>['side'] = ofDraft, level = 'mql') =>
      stage.transport.call('agreement.prefill', { level, options, key: 'prefill', side });
    const judge = (document: unknown, more: Partial<Input<'agreement.promises'>> = {}) =>
      stage.transport.call('agreement.promises', {
        options,
        key: 'promises',
        document,
        start: 'rules',
        period: null,
        ...more,
      });

    it('promises what the history kept, by its own words and hours', async () => {
      await stage.newDemo();
      const { document } = answerOf(await prefill());
      expect(document).toMatchObject({ ruleSet: { name: 'Joint draft' }, level: 'mql', validTo: null });
      expect(document.workingHours.week.saturday).toEqual([]);
      const { promises, handedOver } = answerOf(await judge(document));
      expect(handedOver).toBeGreaterThan(0);
      expect(promises.length).toBeGreaterThan(0);
      for (const { verdict } of promises) expect(verdict).toMatchObject({ kind: 'held' });
    });

    it('is judged by the rules in it, as What-if replays them', async () => {
      await stage.newDemo();
      const { document } = answerOf(await prefill());
      const question = { ruleSet: draftRuleSet(), level: 'mql', options, key: 'frame' };
      const { scenario } = answerOf(await stage.transport.call('replay.frame', question));
      const measures = scenario.levels.find(({ id }) => id === 'mql');
      const conversion: AgreementDocument = {
        ...document,
        marketing: { ...document.marketing, conversion: { leastPercent: 30, withinDays: 90 } },
      };
      const { promises, handedOver } = answerOf(await judge(conversion));
      expect(handedOver).toBe(measures?.reached);
      const found = promises.find(({ figure }) => figure.kind === 'conversion');
      expect(found?.figure).toMatchObject({
        share: {
          kept: measures?.converted,
          due: measures?.observed,
          rate: measures?.rate,
          interval: measures?.interval,
        },
        immature: measures?.immature,
        unobserved: measures?.unobserved,
      });
    });

    it('of a period is judged by the leads handed over in it, whole weeks only', async () => {
      await stage.newDemo();
      const { document } = answerOf(await prefill());
      const all = answerOf(await judge(document));
      const period = { fromMs: all.toMs - 60 * 86_400_000, toMs: 8.64e15 };
      const late = answerOf(await judge(document, { period, start: 'handover' }));
      expect([late.fromMs, late.toMs]).toEqual([period.fromMs, all.toMs]);
      expect(late.promises.map(({ figure }) => figure.kind)).toEqual(all.promises.map(({ figure }) => figure.kind));
      const volume = late.promises.find(({ figure }) => figure.kind === 'volume');
      expect(volume?.spans.at(-1)?.isHeld).toBeNull();
      expect(volume?.spansJudged).toBeLessThanOrEqual(8);
    });

    it('names the fault in a document, and has no rules of a hand-over', async () => {
      await stage.newDemo();
      const faulty = { ...fullAgreement(), validTo: '2020-01-01' };
      expect(await judge(faulty)).toMatchObject({ ok: false, error: { kind: 'badAgreement', path: 'validTo' } });
      expect(await prefill({ kind: 'handover' })).toMatchObject({ ok: false, error: { kind: 'badRuleSet' } });
      expect(await prefill(ofDraft, 'none')).toMatchObject({ ok: false, error: { kind: 'badRuleSet', path: 'level' } });
    });

    it('promises nothing of an empty history, where nothing can be judged', async () => {
      await stage.newWorkshop();
      const { document } = answerOf(await prefill());
      expect(document.marketing).toEqual({ volume: null, conversion: null, data: null, never: [] });
      const { promises } = answerOf(await judge(fullAgreement()));
      expect(promises.map(({ verdict }) => verdict.kind)).toEqual(promises.map(() => 'unknown'));
    });
  });
}
