import { describe, expect, it } from 'vitest';
import type { Bridge } from '../../api/bridge.ts';
import { draftRuleSet } from '../../core/demo/demo-rule-set.ts';
import { createAppStores } from '../../renderer/stores/app-stores.ts';

const nothing = async (): Promise<never> => {
  throw new Error('not asked for');
};

/** The stores of a page whose calls are noted and never answered. */
const begin = () => {
  const called: string[] = [];
  const bridge: Bridge<File> = {
    call: (method) => {
      called.push(method);
      return new Promise(() => {});
    },
    subscribe: () => () => {},
    pickFiles: nothing,
    takeDropped: nothing,
    pickNewWorkshop: nothing,
    saveText: nothing,
  };
  const stores = createAppStores(bridge, '');
  stores.scenario.getState().edit(draftRuleSet(), 'Points', 'drag');
  return { called, client: stores.client, frame: stores.frame };
};

describe('a lever that has not rested', () => {
  it('is not stored before the frame that it asks for', () => {
    const { called, frame } = begin();
    frame.getState().request({
      ruleSet: draftRuleSet(),
      level: 'mql',
      options: { horizon: 'outcome' },
      baselineId: 1,
    });
    expect(called).toEqual(['replay.frame']);
  });

  it('is stored before anything else is asked of the app', () => {
    const { called, client } = begin();
    void client('workshop.close', {});
    expect(called).toEqual(['scenario.edit', 'workshop.close']);
  });
});
