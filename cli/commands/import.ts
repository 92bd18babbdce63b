/** `accord import`: a data folder, or files with their mappings, into a workshop file that is made when it is not there. */
import { existsSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ImportReport, RequestedFile } from '../../api/import.ts';
import { PRESET_NAMES } from '../../api/import-presets.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { blankRuleSet } from '../../core/rule-set/blank-rule-set.ts';
import {
  closeWorkshop,
  createWorkshop,
  openWorkshop,
  type WorkshopFault,
  type WritableWorkshop,
} from '../../db/open-workshop.ts';
import { inTransaction } from '../../db/transaction.ts';
import { runImport } from '../../services/import/import-job.ts';
import { mappingByPreset } from '../../services/import/proposal/inspect-file.ts';
import { type JoinedFile, proposeJoins } from '../../services/import/proposal/propose-joins.ts';
import { beginScenario } from '../../services/scenario/begin-scenario.ts';
import { settingsFolder } from '../serve/settings-folder.ts';
import { type FileOptions, type ImportOptions, readImportOptions } from './import-options.ts';
import { reportLines } from './import-report.ts';
import type { CommandStreams } from './simulate.ts';

export const IMPORT_USAGE = `accord import WORKSHOP DATA_FOLDER [--time-zone ZONE] [--changed keep|take] [--json]
accord import WORKSHOP FILE --mapping MAPPING.json|--preset NAME [--encoding E] [--delimiter D] [--header first|none] [--sheet S] [FILE …]
  Options after a file speak of that file. --changed take: leads and stages that the workshop holds otherwise take the file's cells.
  NAME: auto, ${PRESET_NAMES.join(', ')}`;

/** Returns the exit status: 0, 1 for a fault, 2 for bad use. */
export async function runImportCommand(args: readonly string[], streams: CommandStreams): Promise<number> {
  const options = readImportOptions(args);
  if (!options.ok) {
    streams.err(`accord import: ${options.error}\n${IMPORT_USAGE}`);
    return 2;
  }
  const imported = await importInto(options.value, Date.now());
  if (!imported.ok) {
    streams.err(`accord import: ${imported.error}`);
    return 1;
  }
  streams.out(
    options.value.json ? `${JSON.stringify(imported.value, null, 1)}\n` : `${reportLines(imported.value).join('\n')}\n`,
  );
  return 0;
}

async function importInto(options: ImportOptions, nowMs: number): Promise<Result<ImportReport, string>> {
  const requested = await requestedFiles(options.files);
  if (!requested.ok) return requested;
  const isNew = !existsSync(options.workshop);
  const opened = isNew ? beginWorkshop(options.workshop, nowMs) : openWorkshop(options.workshop);
  if (!opened.ok) return fail(`${options.workshop}: ${opened.error.detail}`);
  let imported = false;
  try {
    const request = {
      files: requested.value,
      nowMs,
      onChanged: options.onChanged,
      keyFolder: settingsFolder(),
      ...(options.timeZone === null ? {} : { timeZone: options.timeZone }),
    };
    const report = await runImport(opened.value, request, { progress: () => {}, isCancelled: () => false });
    imported = report.ok;
    return report.ok ? report : fail(report.error.detail);
  } finally {
    closeWorkshop(opened.value);
    // A workshop that was made for an import that failed would only be in the way.
    if (isNew && !imported) rmSync(options.workshop, { force: true });
  }
}

function beginWorkshop(path: string, nowMs: number): Result<WritableWorkshop, WorkshopFault> {
  const created = createWorkshop(path);
  if (!created.ok) return created;
  const begun = inTransaction(created.value, () => beginScenario(created.value, blankRuleSet(), blankRuleSet(), nowMs));
  if (begun.ok) return created;
  closeWorkshop(created.value);
  rmSync(path, { force: true });
  return begun;
}

/** Files that are mapped by presets are joined as the screen proposes it. */
async function requestedFiles(
  files: readonly FileOptions[],
): Promise<Result<readonly RequestedFile<string>[], string>> {
  const requested: RequestedFile<string>[] = [];
  const byPreset: { readonly place: number; readonly joined: JoinedFile }[] = [];
  for (const [place, { path, reading, means }] of files.entries()) {
    if (means?.kind === 'mapping') {
      const mapping = await readMappingFile(means.path);
      if (!mapping.ok) return mapping;
      requested.push({ file: path, reading, mapping: mapping.value });
    } else {
      requested.push({ file: path, reading });
      const joined = means === null ? null : await mappingByPreset(path, reading, means.name);
      if (joined?.ok === false) return fail(joined.error.detail);
      if (joined !== null) byPreset.push({ place, joined: joined.value });
    }
  }
  const mappings = proposeJoins(
    byPreset.map(({ joined }) => joined),
    [],
  );
  return ok(
    requested.map((file, place) => {
      const index = byPreset.findIndex((one) => one.place === place);
      return index < 0 ? file : { ...file, mapping: mappings[index] };
    }),
  );
}

async function readMappingFile(path: string): Promise<Result<unknown, string>> {
  try {
    return ok(JSON.parse((await readFile(path, 'utf8')).replace(/^\ufeff/, '')));
  } catch (error) {
    return fail(
      `the mapping ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}. Nothing was changed.`,
    );
  }
}
