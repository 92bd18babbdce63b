/** What leads cost: the costs are the workshop's, the leads the replay worker's. */
import { inKnownSpelling } from '../../core/costs/known-spelling.ts';
import { listCosts, setCost } from '../../db/queries/costs.ts';
import { readSettings } from '../../db/queries/settings.ts';
import type { Handler } from '../dispatch.ts';
import { reply } from '../failure.ts';
import type { ReplayHandlerParts } from '../replay/replay-handlers.ts';
import type { OpenWorkshop } from '../workshop/open-workshop.ts';
import { costsLevel } from './workshop-costs.ts';

export interface CostsHandlerParts extends ReplayHandlerParts {
  readonly open: OpenWorkshop;
}

export function createCostsHandlers({ open, client, replayable }: CostsHandlerParts): {
  readonly [M in 'costs.list' | 'costs.store']: Handler<M>;
} {
  return {
    'costs.list': async (input) => {
      const workshop = open.readable();
      if (!workshop.ok) return workshop;
      const source = replayable();
      if (!source.ok) return source;
      const { currency } = readSettings(workshop.value);
      const ruleSet = source.value.scenario;
      const level = costsLevel(ruleSet, input.level);
      const costs = listCosts(workshop.value);
      const report = await client.ask(source.value.source, { kind: 'costs', ruleSet, level, costs });
      return report.ok ? reply({ currency, level, ...report.value }) : report;
    },
    'costs.store': async ({ source, month, amountCents }) =>
      open.store('costs', (workshop) => {
        const typed = { source: source.trim(), month, amountCents: amountCents ?? 0 };
        const [cost = typed] = inKnownSpelling([typed], listCosts(workshop));
        setCost(workshop, { ...cost, amountCents });
        return amountCents === null ? null : cost;
      }),
  };
}
