/** `accord import`: a data folder, or one CSV with its mapping, into a workshop file that is made when it is not there. */
import { existsSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { DelimitedMapping, ImportReport } from '../../api/import.ts';
import { PRESET_NAMES, type PresetName } from '../../api/import-presets.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { blankRuleSet } from '../../core/rule-set/blank-rule-set.ts';
import { zoneOf } from '../../core/time/zone.ts';
import {
  closeWorkshop,
  createWorkshop,
  openWorkshop,
  type WorkshopFault,
  type WritableWorkshop,
} from '../../db/open-workshop.ts';
import { inTransaction } from '../../db/transaction.ts';
import { runImport } from '../../services/import/import-job.ts';
import { mappingByPreset } from '../../services/import/inspect-delimited.ts';
import { chooseSource } from '../../services/import/inspect-source.ts';
import { beginScenario } from '../../services/scenario/begin-scenario.ts';
import { reportLines } from './import-report.ts';
import type { CommandStreams } from './simulate.ts';

export const IMPORT_USAGE = `accord import WORKSHOP DATA_FOLDER [--time-zone ZONE] [--json]
accord import WORKSHOP FILE.csv --mapping MAPPING.json [--time-zone ZONE] [--json]
accord import WORKSHOP FILE.csv --preset NAME [--time-zone ZONE] [--json]
  NAME: ${PRESET_NAMES.join(', ')}`;

/** Returns the exit status: 0, 1 for a fault, 2 for bad use. */
export async function runImportCommand(args: readonly string[], streams: CommandStreams): Promise<number> {
  const options = readOptions(args);
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

interface ImportOptions {
  readonly workshop: string;
  readonly sources: readonly string[];
  readonly mapping: string | null;
  readonly preset: PresetName | null;
  readonly timeZone: string | null;
  readonly json: boolean;
}

function readOptions(args: readonly string[]): Result<ImportOptions, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        mapping: { type: 'string' },
        preset: { type: 'string' },
        'time-zone': { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    const [workshop, ...sources] = positionals;
    if (workshop === undefined || sources.length === 0)
      return fail('name the workshop file, and what to import into it');
    const timeZone = values['time-zone'] ?? null;
    if (timeZone !== null && zoneOf(timeZone) === null)
      return fail(`--time-zone: "${timeZone}" is no time zone; an example is Europe/Berlin`);
    if (values.mapping !== undefined && values.preset !== undefined)
      return fail('--mapping and --preset both say what the columns mean; give one of them');
    const preset = PRESET_NAMES.find((name) => name === values.preset) ?? null;
    if (values.preset !== undefined && preset === null)
      return fail(`--preset: "${values.preset}" is no preset; there are ${PRESET_NAMES.join(', ')}`);
    return ok({ workshop, sources, mapping: values.mapping ?? null, preset, timeZone, json: values.json ?? false });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

async function importInto(options: ImportOptions, nowMs: number): Promise<Result<ImportReport, string>> {
  const mapping =
    options.preset === null
      ? await readMappingFile(options.mapping)
      : await presetMapping(options.sources, options.preset);
  if (!mapping.ok) return mapping;
  const isNew = !existsSync(options.workshop);
  const opened = isNew ? beginWorkshop(options.workshop, nowMs) : openWorkshop(options.workshop);
  if (!opened.ok) return fail(`${options.workshop}: ${opened.error.detail}`);
  let imported = false;
  try {
    const request = {
      paths: options.sources,
      nowMs,
      ...(mapping.value === undefined ? {} : { mapping: mapping.value }),
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

async function presetMapping(
  sources: readonly string[],
  preset: PresetName,
): Promise<Result<DelimitedMapping, string>> {
  const source = await chooseSource(sources);
  if (!source.ok) return fail(source.error.detail);
  if (source.value.kind === 'folder')
    return fail('a data folder needs no preset; import it without --preset. Nothing was changed.');
  const mapping = await mappingByPreset(source.value.path, preset);
  return mapping.ok ? mapping : fail(mapping.error.detail);
}

async function readMappingFile(path: string | null): Promise<Result<unknown, string>> {
  if (path === null) return ok(undefined);
  try {
    return ok(JSON.parse((await readFile(path, 'utf8')).replace(/^\ufeff/, '')));
  } catch (error) {
    return fail(
      `the mapping ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}. Nothing was changed.`,
    );
  }
}
