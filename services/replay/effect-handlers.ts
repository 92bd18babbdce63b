/** What each rule does in the open workshop's history. */
import type { Reply } from '../../api/reply.ts';
import { listKeptOut } from '../../db/queries/kept-out.ts';
import type { Handler } from '../dispatch.ts';
import type { OpenWorkshop } from '../workshop/open-workshop.ts';
import { askedOptions, askedRuleSet } from './asked-question.ts';
import type { ReplayClient } from './replay-client.ts';
import type { Replayable } from './replay-handlers.ts';

export function createEffectHandlers({
  open,
  client,
  replayable,
}: {
  readonly open: OpenWorkshop;
  readonly client: ReplayClient;
  readonly replayable: () => Reply<Replayable>;
}): { readonly [M in 'rules.effects' | 'rules.alone']: Handler<M> } {
  return {
    'rules.effects': async (input) => {
      const workshop = open.readable();
      if (!workshop.ok) return workshop;
      const history = replayable();
      if (!history.ok) return history;
      const ruleSet = askedRuleSet(input.ruleSet);
      if (!ruleSet.ok) return ruleSet;
      const options = askedOptions(input.options);
      if (!options.ok) return options;
      const asked = {
        ruleSet: ruleSet.value,
        options: options.value,
        keptOut: listKeptOut(workshop.value),
      };
      return client.ask(history.value.source, { kind: 'effects', asked }, `rules.effects ${input.key}`);
    },
    'rules.alone': async (input) => {
      const history = replayable();
      if (!history.ok) return history;
      const ruleSet = askedRuleSet(input.ruleSet);
      if (!ruleSet.ok) return ruleSet;
      const { level, rules } = input;
      const options = askedOptions(input.options);
      if (!options.ok) return options;
      const asked = { ruleSet: ruleSet.value, level, rules, options: options.value };
      return client.ask(history.value.source, { kind: 'alone', asked }, `rules.alone ${input.key}`);
    },
  };
}
