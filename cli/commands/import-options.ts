/** The words after `accord import`: what comes after a file speaks of that file. */
import { parseArgs } from 'node:util';
import type { FileReading, OnChanged } from '../../api/import.ts';
import { PRESET_NAMES, type PresetName } from '../../api/import-presets.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { zoneOf } from '../../core/time/zone.ts';
import { ENCODINGS, encodingNamed } from '../../services/table/encoding-names.ts';

export interface ImportOptions {
  readonly workshop: string;
  readonly files: readonly FileOptions[];
  readonly timeZone: string | null;
  readonly onChanged: OnChanged;
  readonly json: boolean;
}

export interface FileOptions {
  readonly path: string;
  readonly reading: FileReading;
  /** Path of a mapping document, or a preset; null: neither. */
  readonly means: FileMeans | null;
}

/** `auto`: the preset that the headings tell. */
export type FileMeans =
  | { readonly kind: 'mapping'; readonly path: string }
  | { readonly kind: 'preset'; readonly name: PresetName | 'auto' };

const OPTIONS = {
  mapping: { type: 'string' },
  preset: { type: 'string' },
  encoding: { type: 'string' },
  delimiter: { type: 'string' },
  header: { type: 'string' },
  sheet: { type: 'string' },
  'time-zone': { type: 'string' },
  changed: { type: 'string' },
  json: { type: 'boolean' },
} as const;

interface Draft {
  readonly path: string;
  readonly reading: { encoding?: string; delimiter?: string; header?: 'first' | 'none'; sheet?: string };
  means: FileMeans | null;
}

export function readImportOptions(args: readonly string[]): Result<ImportOptions, string> {
  try {
    const { tokens } = parseArgs({ args: [...args], allowPositionals: true, tokens: true, options: OPTIONS });
    let workshop: string | null = null;
    const files: Draft[] = [];
    /** Of options that stand before the first file, and speak of all. */
    const shared: Draft = { path: '', reading: {}, means: null };
    const whole = { timeZone: null as string | null, onChanged: 'keep' as OnChanged, json: false };
    for (const token of tokens) {
      if (token.kind === 'positional') {
        if (workshop === null) workshop = token.value;
        else files.push({ path: token.value, reading: { ...shared.reading }, means: shared.means });
      } else if (token.kind === 'option') {
        const fault = takeOption(token.name, token.value ?? '', files.at(-1) ?? shared, whole);
        if (fault !== null) return fail(fault);
      }
    }
    if (workshop === null || files.length === 0) return fail('name the workshop file, and what to import into it');
    return ok({ workshop, files: withCommonMeans(files), ...whole });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** Of several files that one mapping or preset was given for, at the end, all are meant. */
function withCommonMeans(files: readonly Draft[]): readonly FileOptions[] {
  const given = files.filter(({ means }) => means !== null);
  const common = given.length === 1 && files.at(-1)?.means !== null ? (files.at(-1)?.means ?? null) : null;
  return files.map(({ path, reading, means }) => ({ path, reading, means: means ?? common }));
}

/** Answers what is wrong with the option. */
function takeOption(
  name: string,
  value: string,
  file: Draft,
  whole: { timeZone: string | null; onChanged: OnChanged; json: boolean },
): string | null {
  switch (name) {
    case 'json':
      whole.json = true;
      return null;
    case 'time-zone':
      whole.timeZone = value;
      return zoneOf(value) === null ? `--time-zone: "${value}" is no time zone; an example is Europe/Berlin` : null;
    case 'changed':
      if (value !== 'keep' && value !== 'take') return '--changed: say keep or take';
      whole.onChanged = value;
      return null;
    case 'mapping':
    case 'preset':
      return takeMeans(name, value, file);
    case 'encoding': {
      const encoding = encodingNamed(value);
      if (encoding === null) return `--encoding: "${value}" is not known; known are ${ENCODINGS.join(', ')}`;
      file.reading.encoding = encoding;
      return null;
    }
    case 'delimiter':
      if (value.length !== 1) return '--delimiter: say one character';
      file.reading.delimiter = value;
      return null;
    case 'header':
      if (value !== 'first' && value !== 'none') return '--header: say first or none';
      file.reading.header = value;
      return null;
    default:
      file.reading.sheet = value;
      return null;
  }
}

function takeMeans(kind: 'mapping' | 'preset', value: string, file: Draft): string | null {
  if (file.means !== null && file.means.kind !== kind)
    return '--mapping and --preset both say what the columns mean; give one of them';
  if (kind === 'mapping') {
    file.means = { kind, path: value };
    return null;
  }
  const name = value === 'auto' ? 'auto' : PRESET_NAMES.find((one) => one === value);
  if (name === undefined) return `--preset: "${value}" is no preset; there are auto, ${PRESET_NAMES.join(', ')}`;
  file.means = { kind, name };
  return null;
}
