/** Working lists: pages for the screen, and one list whole as a file for a CRM. */
import { Buffer } from 'node:buffer';
import type { ListName } from '../../api/lists.ts';
import type { GivenList } from '../../core/lists/since-last.ts';
import type { ReadableWorkshop, WritableWorkshop } from '../../db/open-workshop.ts';
import { givenListsKey, keepGivenList, readGivenLists } from '../../db/queries/given-lists.ts';
import { logStep } from '../../db/queries/log.ts';
import { type AnalysisParts, createAsk } from '../analysis/analysis-handlers.ts';
import type { Handler } from '../dispatch.ts';
import { reply } from '../failure.ts';
import { listCsv, listWorkbook } from './list-files.ts';
import { listTable } from './list-table.ts';
import { type ListsDefinition, readListsDefinition } from './lists-basis.ts';

type ListsMethod = 'lists.page' | 'lists.export';

export function createListsHandlers(parts: AnalysisParts & { readonly now: () => number }): {
  readonly [M in ListsMethod]: Handler<M>;
} {
  const { open, now } = parts;
  const ask = createAsk(parts);
  const givenIn = createGivenIn();
  const pageOf = (
    workshop: ReadableWorkshop,
    { ruleSet, level, workingHours, promisedHours }: ListsDefinition,
    page: { readonly list: ListName; readonly offset: number; readonly limit: number | null },
    key: string,
  ) =>
    ask('lists', { level, options: { horizon: 'outcome' }, key }, () =>
      reply({ ruleSet, level, workingHours, promisedHours, ...page, given: givenIn(workshop) }),
    );
  return {
    'lists.page': async ({ key, ...page }) => {
      const workshop = open.readable();
      if (!workshop.ok) return workshop;
      const definition = readListsDefinition(workshop.value);
      const answer = await pageOf(workshop.value, definition, page, key);
      return answer.ok ? reply({ ...answer.value, by: definition.by }) : answer;
    },
    'lists.export': async ({ list, as }) => {
      const workshop = open.readable();
      if (!workshop.ok) return workshop;
      const definition = readListsDefinition(workshop.value);
      const answer = await pageOf(workshop.value, definition, { list, offset: 0, limit: null }, `export ${list} ${as}`);
      if (!answer.ok) return answer;
      const { rows } = answer.value;
      const { timeZone } = definition.workingHours;
      const table = listTable(rows, { list, timeZone });
      const bytes = as === 'csv' ? Buffer.from(listCsv(table)) : await listWorkbook(list, table);
      const given = { list, atMs: now(), leads: rows.map(({ lead }) => lead) };
      const kept = open.writable().ok ? open.store('lists', (writable) => keepGiven(writable, given)) : null;
      if (kept !== null && !kept.ok) return kept;
      return reply({
        fileName: `${list}.${as}`,
        mediaType: MEDIA_TYPE[as],
        base64: bytes.toString('base64'),
        leads: rows.length,
        isRemembered: kept !== null,
      });
    },
  };
}

const MEDIA_TYPE = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export function keepGiven(workshop: WritableWorkshop, given: GivenList): void {
  keepGivenList(workshop, given);
  logStep(workshop, {
    atMs: given.atMs,
    kind: 'lists.given',
    detail: { list: given.list, leads: given.leads.length },
  });
}

/** Long lists are read once, not for every page. */
function createGivenIn(): (workshop: ReadableWorkshop) => readonly GivenList[] {
  let known: { readonly key: string; readonly given: readonly GivenList[] } | undefined;
  return (workshop) => {
    const key = `${workshop.path} ${givenListsKey(workshop)}`;
    if (known?.key !== key) known = { key, given: readGivenLists(workshop) };
    return known.given;
  };
}
