/** Which system's export a file looks like, by its headings alone. */
import type { PresetName } from '../../../../api/import-presets.ts';
import { ALL_PRESETS } from './all-presets.ts';
import { type FileHeadings, fileHeadings } from './find-headings.ts';
import type { Heading, Preset } from './preset.ts';

export const presetOf = (name: PresetName): Preset | undefined => ALL_PRESETS.find((preset) => preset.name === name);

/** The preset that explains most of the headings, among those whose required ones are all there; a tie is none. */
export function matchPreset(names: readonly string[]): Preset | null {
  const headings = fileHeadings(names);
  const scored = ALL_PRESETS.filter(
    (preset) => missingHeadings(preset, headings).length === 0 && headings.find(preset.absent ?? []) === undefined,
  )
    .map((preset) => ({ preset, score: scoreOf(preset, headings) }))
    .sort((one, other) => other.score - one.score);
  const [best, next] = scored;
  return best === undefined || best.score === next?.score ? null : best.preset;
}

/** What the preset needs and the file lacks, by the usual name. */
export function missingHeadings(preset: Preset, headings: FileHeadings): readonly string[] {
  return [
    ...requiredOf(preset)
      .filter((heading) => headings.find(heading) === undefined)
      .flatMap(([name]) => (name === undefined ? [] : [name])),
    ...(preset.asWritten ?? []).filter((name) => !headings.hasAsWritten(name)),
  ];
}

const requiredOf = ({ lead, at, required }: Preset): readonly Heading[] => [
  lead,
  ...(at === undefined ? [] : [at]),
  ...required,
];

/** A required heading says twice as much as a usual one. */
function scoreOf(preset: Preset, { find }: FileHeadings): number {
  const columns = (wanted: readonly Heading[]) => new Set(wanted.map(find).filter((name) => name !== undefined)).size;
  const required = requiredOf(preset);
  const known = columns([...required, ...(preset.usual ?? []), ...preset.leaveOut]);
  return known + columns(required) + (preset.asWritten ?? []).length;
}
