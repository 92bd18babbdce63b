/** `accord panel`: how far two teams agree, from a file of their judgements. */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { panelDocument } from '../../core/panel/panel-document.ts';
import { readJudgements } from '../../core/panel/read-judgements.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { inspectTable } from '../../services/table/inspect-table.ts';
import type { CommandStreams } from './simulate.ts';

const PANEL_USAGE = 'accord panel --judgements FILE.csv';
/** Of some teams and some hundred leads at most. */
const MOST_ROWS = 100_000;
const AS_FOUND = { encoding: null, delimiter: null, header: 'first', sheet: null } as const;

/** Returns the exit status: 0, 1 for a fault, 2 for bad use. Nothing goes to `out` unless all went well. */
export async function runPanelCommand(args: readonly string[], streams: CommandStreams): Promise<number> {
  const path = judgementsPath(args);
  if (!path.ok) {
    streams.err(`accord panel: ${path.error}\n${PANEL_USAGE}`);
    return 2;
  }
  const printed = await panelOf(path.value);
  if (!printed.ok) {
    streams.err(`accord panel: ${printed.error}`);
    return 1;
  }
  streams.out(printed.value);
  return 0;
}

function judgementsPath(args: readonly string[]): Result<string, string> {
  try {
    const { values } = parseArgs({ args: [...args], options: { judgements: { type: 'string' } } });
    return values.judgements === undefined ? fail('name the file of judgements (--judgements)') : ok(values.judgements);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

async function panelOf(path: string): Promise<Result<string, string>> {
  const head = await inspectTable(path, AS_FOUND, { rows: MOST_ROWS });
  if (!head.ok) return fail(head.error.detail);
  const { header, rows, rejected, isWhole } = head.value;
  const [damaged] = rejected;
  if (damaged !== undefined) return fail(`${basename(path)}, line ${damaged.line}: ${damaged.reason}`);
  if (!isWhole) return fail(`${basename(path)} has more than ${MOST_ROWS} rows.`);
  const judged = readJudgements(header, rows);
  if (!judged.ok) return fail(`${basename(path)}: ${judged.error}`);
  return ok(`${JSON.stringify(panelDocument(judged.value), null, 1)}\n`);
}
