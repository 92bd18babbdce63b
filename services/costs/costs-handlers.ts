/** What leads cost: the costs are the workshop's, the leads the replay worker's. */

import type { Reply } from '../../api/reply.ts';
import { inKnownSpelling } from '../../core/costs/known-spelling.ts';
import { listCosts, setCost } from '../../db/queries/costs.ts';
import { readSettings, writeSettings } from '../../db/queries/settings.ts';
import type { Handler } from '../dispatch.ts';
import { refuse, reply } from '../failure.ts';
import type { FileTokens } from '../file-tokens.ts';
import type { ReplayHandlerParts } from '../replay/replay-handlers.ts';
import type { OpenWorkshop } from '../workshop/open-workshop.ts';
import { gatherCosts, storeCosts } from './import-costs.ts';
import { inspectCosts } from './inspect-costs.ts';
import { readCostsFile } from './read-costs-file.ts';
import { costsLevel } from './workshop-costs.ts';

export interface CostsHandlerParts extends ReplayHandlerParts {
  readonly open: OpenWorkshop;
  readonly tokens: FileTokens;
  readonly now: () => number;
}

type CostsMethod = 'costs.list' | 'costs.store' | 'costs.setBy' | 'costs.inspect' | 'costs.import';

export function createCostsHandlers({ open, client, replayable, tokens, now }: CostsHandlerParts): {
  readonly [M in CostsMethod]: Handler<M>;
} {
  const pathOf = (token: string): Reply<string> => {
    const path = tokens.pathOf(token);
    return path === undefined
      ? refuse('notFound', 'Choose the file again; it is no longer known.', 'token')
      : reply(path);
  };
  return {
    'costs.list': async (input) => {
      const workshop = open.readable();
      if (!workshop.ok) return workshop;
      const source = replayable();
      if (!source.ok) return source;
      const { currency, costsBy: by } = readSettings(workshop.value);
      const ruleSet = source.value.scenario;
      const level = costsLevel(ruleSet, input.level);
      const costs = listCosts(workshop.value);
      const report = await client.ask(source.value.source, { kind: 'costs', ruleSet, level, by, costs });
      return report.ok ? reply({ currency, level, isByChosen: by !== null, ...report.value }) : report;
    },
    'costs.store': async ({ source, month, amountCents }) =>
      open.store('costs', (workshop) => {
        const typed = { source: source.trim(), month, amountCents: amountCents ?? 0 };
        const [cost = typed] = inKnownSpelling([typed], listCosts(workshop));
        setCost(workshop, { ...cost, amountCents });
        return amountCents === null ? null : cost;
      }),
    'costs.setBy': async ({ attribute }) =>
      open.store('costs', (workshop) => {
        writeSettings(workshop, { costsBy: attribute });
        return { attribute };
      }),
    'costs.inspect': async ({ token, mapping }) => {
      const workshop = open.readable();
      if (!workshop.ok) return workshop;
      const path = pathOf(token);
      if (!path.ok) return path;
      const file = await readCostsFile(path.value);
      if (!file.ok) return refuse('badSource', `${file.error.detail} Nothing was changed.`);
      const { timeZone, costsBy: by } = readSettings(workshop.value);
      const namesOf = async (names: readonly string[]) => {
        const source = replayable();
        if (!source.ok) return null;
        const met = await client.ask(source.value.source, { kind: 'costNames', by, names });
        return met.ok ? met.value : null;
      };
      return reply(await inspectCosts(file.value, timeZone, mapping, listCosts(workshop.value), namesOf));
    },
    'costs.import': async ({ token, mapping }) => {
      const workshop = open.writable();
      if (!workshop.ok) return workshop;
      const path = pathOf(token);
      if (!path.ok) return path;
      const gathered = await gatherCosts(path.value, readSettings(workshop.value).timeZone, mapping);
      if (!gathered.ok) return refuse('badSource', gathered.error);
      if (open.current() !== workshop.value)
        return refuse('cancelled', 'Another workshop was opened meanwhile. Nothing was changed.');
      return open.store('costs', (stored) => storeCosts(stored, gathered.value, now()));
    },
  };
}
