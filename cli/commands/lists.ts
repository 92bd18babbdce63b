/** `accord lists`: the working lists of a workshop as files for a CRM. */
import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../../core/result.ts';
import { closeWorkshop, openWorkshop, type Workshop, type WorkshopFault } from '../../db/open-workshop.ts';
import { inTransaction } from '../../db/transaction.ts';
import { readAgreementState } from '../../services/agreement/agreement-state.ts';
import { keepGiven } from '../../services/lists/give-list.ts';
import { type WrittenLists, writeLists } from '../../services/lists/write-lists.ts';
import { alterationWords } from '../words/alteration-words.ts';
import type { CommandStreams } from './simulate.ts';

const LISTS_USAGE = 'accord lists WORKSHOP --out DIR';

/** Returns the exit status: 0, 1 for a fault, 2 for bad use. Nothing goes to `out` unless all went well. */
export async function runListsCommand(args: readonly string[], streams: CommandStreams): Promise<number> {
  const options = readOptions(args);
  if (!options.ok) {
    streams.err(`accord lists: ${options.error}\n${LISTS_USAGE}`);
    return 2;
  }
  const { workshop: path, out } = options.value;
  const opened = openForLists(path);
  if (!opened.ok) {
    streams.err(`accord lists: ${opened.error.detail}`);
    return 1;
  }
  const workshop = opened.value;
  try {
    const written = await writeLists(workshop, out);
    const isRemembered = workshop.access === 'write';
    if (workshop.access === 'write') {
      const atMs = Date.now();
      const kept = inTransaction(workshop, () => {
        for (const { list, leads } of written.lists) keepGiven(workshop, { list, atMs, leads });
      });
      if (!kept.ok) {
        streams.err(`accord lists: ${kept.error.detail}`);
        return 1;
      }
    }
    const [altered] = readAgreementState(workshop).alterations;
    if (altered !== undefined && !written.by.isSigned)
      streams.err(`accord lists: ${alterationWords(altered)} The lists are made by the scenario on the table.`);
    streams.out(`${JSON.stringify(listsDocument(written, isRemembered), null, 1)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'path' in error)) throw error;
    streams.err(`accord lists: ${out} cannot be written: ${error.message}`);
    return 1;
  } finally {
    closeWorkshop(workshop);
  }
}

/** A workshop that the app has open is read all the same; then nothing is remembered. */
function openForLists(path: string): Result<Workshop, WorkshopFault> {
  const opened = openWorkshop(path);
  return opened.ok || opened.error.kind === 'notFound' ? opened : openWorkshop(path, { readOnly: true });
}

function readOptions(args: readonly string[]): Result<{ readonly workshop: string; readonly out: string }, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' } },
    });
    const [workshop, ...more] = positionals;
    if (workshop === undefined || more.length > 0) return fail('name one workshop file');
    return values.out === undefined ? fail('name the folder for the lists (--out)') : ok({ workshop, out: values.out });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const listsDocument = ({ by, asOfMs, leftOut, lists }: WrittenLists, isRemembered: boolean) => ({
  format: 'accord.lists/1',
  by: {
    isSigned: by.isSigned,
    name: by.name,
    number: by.number,
    signedAt: by.signedAtMs === null ? null : new Date(by.signedAtMs).toISOString(),
  },
  asOf: new Date(asOfMs).toISOString(),
  lists: lists.map(({ list, leads, since, files }) => ({
    list,
    leads: leads.length,
    since:
      since === null
        ? null
        : { at: new Date(since.atMs).toISOString(), added: since.added, moved: since.moved, gone: since.gone },
    files,
  })),
  leftOut,
  isRemembered,
});
