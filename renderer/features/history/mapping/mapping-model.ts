/** What each column of a file is used for, as edits of a mapping: a mapping in, a mapping out. */
import type { ColumnKind } from '../../../../api/core-types.ts';
import type { DelimitedMapping, StageMapping } from '../../../../api/import.ts';
import { withOptional } from '../../../../core/rule-set/optional-key.ts';

export type RowKind = DelimitedMapping['rows'];
export type ColumnUse = 'lead' | 'created' | 'attribute' | 'property' | 'at' | 'type' | 'leaveOut' | 'stage' | 'unused';

export const ROW_KINDS = ['leads', 'activities', 'stages'] as const satisfies readonly RowKind[];

/** What can be chosen for a column; `stage` comes about by the stages that name it. */
export const USES_BY_ROWS: Readonly<Record<RowKind, readonly ColumnUse[]>> = {
  leads: ['attribute', 'leaveOut', 'lead', 'created'],
  activities: ['property', 'leaveOut', 'lead', 'at', 'type'],
  stages: ['unused', 'lead'],
};

export const columnUse = (mapping: DelimitedMapping, column: string): ColumnUse => {
  if (mapping.lead === column) return 'lead';
  if (mapping.rows === 'leads' && mapping.created === column) return 'created';
  if (mapping.rows === 'activities' && mapping.at === column) return 'at';
  if (mapping.rows === 'activities' && typeColumnOf(mapping) === column) return 'type';
  if (mapping.rows !== 'activities' && mapping.stages.some((stage) => stageColumns(stage).includes(column)))
    return 'stage';
  if (mapping.rows === 'stages') return 'unused';
  if (mapping.leaveOut.includes(column)) return 'leaveOut';
  return mapping.rows === 'leads' ? 'attribute' : 'property';
};

/**
 * A column has one use and a use that is unique one column: the column that had it before becomes an ordinary one.
 * A column that dates or makes a stage may be the creation or the time besides; as an ordinary one it makes no stage.
 */
export const withUse = (mapping: DelimitedMapping, column: string, use: ColumnUse): DelimitedMapping => {
  const freed = withoutUse(mapping, column);
  switch (use) {
    case 'lead':
      return { ...freed, lead: column };
    case 'created':
      return { ...freed, created: column };
    case 'at':
      return { ...freed, at: column };
    case 'type':
      return { ...freed, type: { column } };
    case 'leaveOut':
      return { ...withoutStagesOf(freed, column), leaveOut: [...freed.leaveOut, column] };
    case 'stage':
      return mapping;
    default:
      return withoutStagesOf(freed, column);
  }
};

/** Another meaning of a row keeps the lead's column and the missing words; what has no meaning there goes. */
export const withRows = (mapping: DelimitedMapping, rows: RowKind): DelimitedMapping => {
  const { format, lead, leaveOut, missing, created, at } = mapping;
  const when = at ?? created;
  const common = {
    format,
    rows,
    lead,
    missing,
    ...(mapping.timeZone === undefined ? {} : { timeZone: mapping.timeZone }),
    ...(mapping.kinds === undefined ? {} : { kinds: mapping.kinds }),
    ...(mapping.dates === undefined ? {} : { dates: mapping.dates }),
    ...(mapping.numbers === undefined ? {} : { numbers: mapping.numbers }),
    ...(mapping.yesNo === undefined ? {} : { yesNo: mapping.yesNo }),
    ...(mapping.hash === undefined ? {} : { hash: mapping.hash }),
  };
  const linked = mapping.leadBy === undefined ? {} : { leadBy: mapping.leadBy };
  if (rows === 'leads')
    return { ...common, leaveOut, stages: mapping.stages, ...(when === undefined ? {} : { created: when }) };
  if (rows === 'activities') {
    return {
      ...common,
      ...linked,
      leaveOut,
      stages: [],
      ...(when === undefined ? {} : { at: when }),
      ...(mapping.type === undefined ? {} : { type: mapping.type }),
    };
  }
  return {
    ...common,
    ...linked,
    leaveOut: [],
    stages:
      mapping.stages.length > 0 ? mapping.stages : [{ stage: 'sql', ...(when === undefined ? {} : { at: when }) }],
  };
};

/** `kind` undefined: the kind that is found. */
export const withKind = (mapping: DelimitedMapping, column: string, kind: ColumnKind | undefined): DelimitedMapping => {
  const { [column]: _before, ...others } = mapping.kinds ?? {};
  const kinds = kind === undefined ? others : { ...others, [column]: kind };
  return withOptional(mapping, 'kinds', Object.keys(kinds).length === 0 ? undefined : kinds);
};

export const withStage = (mapping: DelimitedMapping, index: number, stage: StageMapping): DelimitedMapping => ({
  ...mapping,
  stages: mapping.stages.with(index, stage),
});

export const withoutStage = (mapping: DelimitedMapping, index: number): DelimitedMapping => ({
  ...mapping,
  stages: mapping.stages.toSpliced(index, 1),
});

export type MappingFault =
  | { readonly kind: 'lead' | 'at' | 'type' | 'stages' }
  | { readonly kind: 'unknown'; readonly column: string };

/** What has to be said before the file can be read; empty when nothing is missing. */
export const mappingFaults = (mapping: DelimitedMapping, columns: readonly string[]): readonly MappingFault[] => {
  const unknown = namedColumns(mapping).filter((column) => column !== '' && !columns.includes(column));
  const { type } = mapping;
  const isTypeless = type === undefined || ('constant' in type ? type.constant.trim() === '' : type.column === '');
  return [
    ...(mapping.lead === '' ? [{ kind: 'lead' } as const] : []),
    ...(mapping.rows === 'activities' && (mapping.at ?? '') === '' ? [{ kind: 'at' } as const] : []),
    ...(mapping.rows === 'activities' && isTypeless ? [{ kind: 'type' } as const] : []),
    ...(mapping.rows === 'stages' && mapping.stages.length === 0 ? [{ kind: 'stages' } as const] : []),
    ...[...new Set(unknown)].map((column) => ({ kind: 'unknown', column }) as const),
  ];
};

const typeColumnOf = ({ type }: DelimitedMapping): string | undefined =>
  type !== undefined && 'column' in type ? type.column : undefined;

const stageColumns = (stage: StageMapping): readonly string[] =>
  [stage.column, stage.at, stage.amount, stage.reason].filter((column) => column !== undefined);

const withoutUse = (mapping: DelimitedMapping, column: string): DelimitedMapping => {
  const noCreated = mapping.created === column ? withOptional(mapping, 'created', undefined) : mapping;
  const noAt = noCreated.at === column ? withOptional(noCreated, 'at', undefined) : noCreated;
  const noType = typeColumnOf(noAt) === column ? withOptional(noAt, 'type', undefined) : noAt;
  return {
    ...noType,
    lead: noType.lead === column ? '' : noType.lead,
    leaveOut: noType.leaveOut.filter((name) => name !== column),
  };
};

const withoutStagesOf = (mapping: DelimitedMapping, column: string): DelimitedMapping => ({
  ...mapping,
  stages: mapping.stages
    .filter((stage) => stage.column !== column)
    .map((stage) =>
      STAGE_FACTS.reduce((left, fact) => (left[fact] === column ? withOptional(left, fact, undefined) : left), stage),
    ),
});

const STAGE_FACTS = ['at', 'amount', 'reason'] as const;

const namedColumns = (mapping: DelimitedMapping): readonly string[] =>
  [
    mapping.lead,
    mapping.created,
    mapping.at,
    typeColumnOf(mapping),
    ...mapping.stages.flatMap(stageColumns),
    ...mapping.leaveOut,
    ...(mapping.hash ?? []),
    mapping.email,
    ...[mapping.kinds, mapping.dates, mapping.numbers, mapping.yesNo].flatMap((byColumn) =>
      Object.keys(byColumn ?? {}),
    ),
  ].filter((column) => column !== undefined);
