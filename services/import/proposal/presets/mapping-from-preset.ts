/** A preset told in the columns of one file; forms of dates and numbers come with what its cells tell. */
import type { DelimitedMapping, StageMapping } from '../../../../api/import.ts';
import { type FileHeadings, fileHeadings } from './find-headings.ts';
import type { Preset, PresetStage } from './preset.ts';

/** `null` where the file has no column for the lead, or none for the time of its activities. `missing`: words met in the file. */
export function mappingFromPreset(
  preset: Preset,
  names: readonly string[],
  missing: readonly string[],
): DelimitedMapping | null {
  const headings = fileHeadings(names);
  const find = (heading: readonly string[] | undefined) => (heading === undefined ? undefined : headings.find(heading));
  const [lead, created, at] = [find(preset.lead), find(preset.created), find(preset.at)];
  if (lead === undefined || (preset.at !== undefined && at === undefined)) return null;
  const mapping = {
    format: 'accord.mapping/1',
    rows: preset.rows,
    lead,
    ...(created === undefined ? {} : { created }),
    ...(at === undefined ? {} : { at }),
    ...(preset.type === undefined ? {} : { type: typeOf(preset.type, headings) }),
    stages: preset.stages.flatMap((stage) => stageOf(stage, preset.rows, headings)),
    missing: [...new Set([...(preset.missing ?? []), ...missing])],
  } as const;
  const used = usedColumns(mapping);
  const leftOut = new Set(preset.leaveOut.map(find).filter((name) => name !== undefined));
  return { ...mapping, leaveOut: [...leftOut].filter((name) => !used.has(name)) };
}

function typeOf(
  { column, constant }: NonNullable<Preset['type']>,
  { find }: FileHeadings,
): NonNullable<DelimitedMapping['type']> {
  const name = column === undefined ? undefined : find(column);
  return name === undefined ? { constant } : { column: name };
}

function stageOf(stage: PresetStage, rows: Preset['rows'], { find }: FileHeadings): readonly StageMapping[] {
  const at = stage.at === undefined ? undefined : find(stage.at);
  const told = (stage.tells ?? []).flatMap(({ column, is }) => {
    const name = find(column);
    return name === undefined ? [] : [{ column: name, when: is }];
  })[0];
  const isTold = told !== undefined || (stage.tells === undefined && stage.at === undefined);
  const isDated = at !== undefined;
  if (rows === 'stages' && !isDated) return [];
  if (!isTold && !(isDated && (stage.tells === undefined || stage.isDatedOnlyIfReached))) return [];
  const amount = stage.amount === undefined ? undefined : find(stage.amount);
  const reason = stage.reason === undefined ? undefined : find(stage.reason);
  return [
    {
      stage: stage.stage,
      ...(isDated && stage.isDatedOnlyIfReached ? {} : told),
      ...(at === undefined ? {} : { at }),
      ...(amount === undefined ? {} : { amount }),
      ...(reason === undefined ? {} : { reason }),
    },
  ];
}

const usedColumns = ({
  lead,
  created,
  at,
  type,
  stages,
}: Omit<DelimitedMapping, 'leaveOut'>): ReadonlySet<string | undefined> =>
  new Set([
    lead,
    created,
    at,
    type !== undefined && 'column' in type ? type.column : undefined,
    ...stages.flatMap((stage) => [stage.column, stage.at, stage.amount, stage.reason]),
  ]);
