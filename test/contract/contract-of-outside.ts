/** What every transport refuses: methods and inputs that are not in the contract, and all that needs a workshop. */
import { describe, expect, it } from 'vitest';
import { INPUTS, type Method } from '../../api/contract.ts';
import { starterRuleSet } from '../../core/demo/demo-rule-set.ts';
import { answerOf, type ContractStage } from './contract-stage.ts';
import { EXAMPLE_INPUTS, WITHOUT_WORKSHOP } from './example-inputs.ts';

const METHODS = Object.keys(INPUTS) as Method[];

export function outsideContract(stage: ContractStage): void {
  describe('what is not in the contract', () => {
    it.each(['workshop.burn', '', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'workshop.state '])(
      'the method %j is unknown',
      async (method) => {
        expect(await stage.transport.callAny(method, {})).toMatchObject({
          ok: false,
          error: { kind: 'unknownMethod' },
        });
      },
    );

    it.each(METHODS)('%s takes no key beyond its own', async (method) => {
      const reply = await stage.transport.call(method, { ...EXAMPLE_INPUTS[method], more: 1 });
      expect(reply).toMatchObject({ ok: false, error: { kind: 'badInput' } });
    });

    it.each(METHODS)('%s takes no input that is no object', async (method) => {
      expect(await stage.transport.call(method, 'all')).toMatchObject({ ok: false, error: { kind: 'badInput' } });
    });

    it('a fault of the input is named by its path', async () => {
      expect(await stage.transport.call('import.inspect', { files: [{ file: 'a' }, 7] })).toMatchObject({
        error: { path: 'files[1]' },
      });
      expect(
        await stage.transport.call('replay.frame', { ...EXAMPLE_INPUTS['replay.frame'], options: { horizon: 'all' } }),
      ).toMatchObject({
        error: { path: 'options.horizon' },
      });
    });
  });

  describe('without a workshop', () => {
    it.each(METHODS.filter((method) => !WITHOUT_WORKSHOP.has(method)))('%s says that none is open', async (method) => {
      expect(await stage.transport.call(method, EXAMPLE_INPUTS[method])).toMatchObject({
        ok: false,
        error: { kind: 'noWorkshop' },
      });
    });

    it.each(
      METHODS.filter((method) => 'token' in EXAMPLE_INPUTS[method] || 'tokens' in EXAMPLE_INPUTS[method]).filter(
        (method) => WITHOUT_WORKSHOP.has(method),
      ),
    )('%s knows no token but those it gave', async (method) => {
      expect(await stage.transport.call(method, EXAMPLE_INPUTS[method])).toMatchObject({
        ok: false,
        error: { kind: 'notFound' },
      });
    });

    it('the state says so', async () => {
      expect(answerOf(await stage.transport.call('workshop.state', {})).open).toBeNull();
    });

    it('a rule set can be checked', async () => {
      expect(answerOf(await stage.transport.call('ruleSet.check', { document: starterRuleSet() }))).toMatchObject({
        valid: true,
      });
    });

    it('a job that does not run cannot be cancelled', async () => {
      expect(answerOf(await stage.transport.call('job.cancel', { jobId: 'none' }))).toEqual({ cancelled: false });
    });
  });
}
