/** `accord costs`: a file of costs into a workshop, and what leads cost by source and month. */
import { parseArgs } from 'node:util';
import type { CostsImportReport, WorkshopCosts } from '../../api/costs.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { closeWorkshop, openWorkshop, type WritableWorkshop } from '../../db/open-workshop.ts';
import { readSettings, writeSettings } from '../../db/queries/settings.ts';
import { inTransaction } from '../../db/transaction.ts';
import { gatherCosts, storeCosts } from '../../services/costs/import-costs.ts';
import { workshopCosts } from '../../services/costs/workshop-costs.ts';
import { costLines, importLines } from './cost-lines.ts';
import type { CommandStreams } from './simulate.ts';

const COSTS_USAGE = 'accord costs WORKSHOP [FILE] [--by ATTRIBUTE] [--json]';

/** Returns the exit status: 0, 1 for a fault, 2 for bad use. Nothing goes to `out` unless all went well. */
export async function runCostsCommand(args: readonly string[], streams: CommandStreams): Promise<number> {
  const options = readOptions(args);
  if (!options.ok) {
    streams.err(`accord costs: ${options.error}\n${COSTS_USAGE}`);
    return 2;
  }
  const done = await costsOf(options.value, Date.now());
  if (!done.ok) {
    streams.err(`accord costs: ${done.error}`);
    return 1;
  }
  const { imported, costs } = done.value;
  streams.out(
    options.value.json
      ? `${JSON.stringify({ ...(imported === null ? {} : { imported }), ...costs }, null, 1)}\n`
      : `${[...(imported === null ? [] : importLines(imported)), ...costLines(costs)].join('\n')}\n`,
  );
  return 0;
}

interface CostsOptions {
  readonly workshop: string;
  /** Null: nothing is imported. */
  readonly file: string | null;
  /** The attribute that the costs name; '' goes back to the one of the source, null leaves it. */
  readonly by: string | null;
  readonly json: boolean;
}

function readOptions(args: readonly string[]): Result<CostsOptions, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, by: { type: 'string' } },
    });
    const [workshop, file = null, ...more] = positionals;
    if (workshop === undefined) return fail('name the workshop file');
    if (more.length > 0) return fail('name one file of costs at a time');
    return ok({ workshop, file, by: values.by ?? null, json: values.json ?? false });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

interface Done {
  readonly imported: CostsImportReport | null;
  readonly costs: WorkshopCosts;
}

async function costsOf({ workshop, file, by }: CostsOptions, nowMs: number): Promise<Result<Done, string>> {
  if (file === null && by === null) {
    const opened = openWorkshop(workshop, { readOnly: true });
    if (!opened.ok) return fail(opened.error.detail);
    try {
      return ok({ imported: null, costs: workshopCosts(opened.value) });
    } finally {
      closeWorkshop(opened.value);
    }
  }
  const opened = openWorkshop(workshop);
  if (!opened.ok) return fail(opened.error.detail);
  try {
    const chosen = by === null ? ok(null) : chooseBy(opened.value, by);
    if (!chosen.ok) return chosen;
    if (file === null) return ok({ imported: null, costs: workshopCosts(opened.value) });
    const gathered = await gatherCosts(file, readSettings(opened.value).timeZone, null);
    if (!gathered.ok) return gathered;
    const imported = inTransaction(opened.value, () => storeCosts(opened.value, gathered.value, nowMs));
    return imported.ok
      ? ok({ imported: imported.value, costs: workshopCosts(opened.value) })
      : fail(imported.error.detail);
  } finally {
    closeWorkshop(opened.value);
  }
}

function chooseBy(workshop: WritableWorkshop, by: string): Result<null, string> {
  const { attributes } = workshopCosts(workshop);
  if (by !== '' && !attributes.includes(by))
    return fail(
      `--by: no attribute of the leads is called “${by}”; they are ${attributes.join(', ')}. Nothing was changed.`,
    );
  writeSettings(workshop, { costsBy: by === '' ? null : by });
  return ok(null);
}
