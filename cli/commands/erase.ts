/** `accord erase`: a lead erased for good from a workshop file. */
import { parseArgs } from 'node:util';
import { closeWorkshop, openWorkshop } from '../../db/open-workshop.ts';
import { eraseLead } from '../../services/history/erase-lead.ts';
import type { CommandStreams } from './simulate.ts';

const ERASE_USAGE = 'accord erase WORKSHOP LEAD_ID';

/** Returns the exit status: 0, 1 for a fault, 2 for bad use. Prints how many leads are left, as JSON. */
export function runEraseCommand(args: readonly string[], streams: CommandStreams): Promise<number> {
  return Promise.resolve(erase(args, streams));
}

function erase(args: readonly string[], streams: CommandStreams): number {
  const [path, id, ...more] = positionals(args);
  if (path === undefined || id === undefined || more.length > 0) {
    streams.err(ERASE_USAGE);
    return 2;
  }
  const opened = openWorkshop(path);
  if (!opened.ok) {
    streams.err(`accord erase: ${opened.error.detail}`);
    return 1;
  }
  try {
    const erased = eraseLead(opened.value, id, Date.now());
    if (!erased.ok) {
      streams.err(`accord erase: ${erased.error.detail}`);
      return 1;
    }
    streams.out(`${JSON.stringify({ erased: 1, leads: erased.value.leads }, null, 1)}\n`);
    return 0;
  } finally {
    closeWorkshop(opened.value);
  }
}

function positionals(args: readonly string[]): readonly string[] {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: {} }).positionals;
  } catch {
    return [];
  }
}
