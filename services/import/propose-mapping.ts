/** A first mapping for the user to correct: headings and values that speak plainly are taken up, nothing is guessed at. */
import type { DelimitedMapping, SourceColumn, StageMapping } from '../../api/import.ts';
import { foldText } from '../../core/text.ts';

/** A column with what the proposal needs to know of the rows inspected. */
export interface InspectedColumn extends SourceColumn {
  readonly isUnique: boolean;
  /** Distinct cells, as written; at most a few, else null. */
  readonly values: readonly string[] | null;
}

export function proposeMapping(columns: readonly InspectedColumn[]): DelimitedMapping {
  const named = columns.filter(
    ({ name }) => name !== '' && columns.filter((other) => other.name === name).length === 1,
  );
  const lead = leadColumn(named);
  const rest = named.filter((column) => column !== lead);
  const base = {
    format: 'accord.mapping/1',
    lead: lead?.name ?? '',
    leaveOut: [],
    missing: missingTokens(columns),
  } as const;
  const wonAt = rest.find((column) => column.kind === 'date' && WON_DATE.test(words(column.name)));
  const at = rest.find((column) => column.kind === 'date' && AT.test(words(column.name)));
  const type = rest.find((column) => TYPE.test(words(column.name)));
  if (lead !== undefined && !lead.isUnique && at !== undefined && type !== undefined) {
    return { ...base, rows: 'activities', at: at.name, type: { column: type.name }, stages: [] };
  }
  const created = rest.find((column) => column.kind === 'date' && CREATED.test(words(column.name)));
  if (wonAt !== undefined && created === undefined) {
    const amount = rest.find((column) => column.kind === 'number' && AMOUNT.test(words(column.name)));
    return {
      ...base,
      rows: 'stages',
      stages: [{ stage: 'won', at: wonAt.name, ...(amount === undefined ? {} : { amount: amount.name }) }],
    };
  }
  const handedOver: readonly StageMapping[] =
    lead !== undefined && /\bmql\b/.test(words(lead.name)) ? [{ stage: 'mql' }] : [];
  return {
    ...base,
    rows: 'leads',
    ...(created === undefined ? {} : { created: created.name }),
    stages: [
      ...handedOver,
      ...outcomeStages(rest),
      ...(wonAt === undefined ? [] : [{ stage: 'won', at: wonAt.name } as const]),
    ],
  };
}

const CREATED = /\b(created?|creation|first contact|date added|added on|registered|registration|signup|sign up)\b/;
const WON_DATE = /\b(won|closed won)\b/;
const AT = /\b(at|date|time|timestamp|occurred)\b/;
const TYPE = /^(type|activity type|event|event type|activity)$/;
const AMOUNT = /\b(amount|deal value)\b/;
const OUTCOME = /^(converted|is converted|won|is won|qualified)$/;
const ID = /(^| )(id|uuid|guid|key)$/;
const YES: readonly string[] = ['1', 'yes', 'true'];
const NO: readonly string[] = ['0', 'no', 'false'];
const NOT_ANSWERED: readonly string[] = ['select', 'n/a', '#n/a', 'null', '(blank)'];

/** Words of a heading: `LeadID`, `lead_id` and `Lead Id` alike. */
const words = (heading: string): string =>
  foldText(heading.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replace(/[^\p{L}\p{N}]+/gu, ' '));

function leadColumn(columns: readonly InspectedColumn[]): InspectedColumn | undefined {
  const whole = columns.filter(({ missing }) => missing === 0);
  const ids = whole.filter(({ name }) => ID.test(words(name)));
  return ids.find(({ isUnique }) => isUnique) ?? ids[0] ?? whole.find(({ isUnique }) => isUnique) ?? columns[0];
}

function missingTokens(columns: readonly InspectedColumn[]): readonly string[] {
  const cells = new Set(columns.flatMap(({ samples, values }) => [...samples, ...(values ?? [])]));
  const met = new Map<string, string>();
  for (const cell of cells) if (NOT_ANSWERED.includes(foldText(cell))) met.set(foldText(cell), cell);
  return [...met.values()];
}

/** A column that says yes or no to the conversion: those who did are SQLs, the others lost. */
function outcomeStages(columns: readonly InspectedColumn[]): readonly StageMapping[] {
  const outcome = columns.find(
    ({ name, values }) =>
      OUTCOME.test(words(name)) && values?.every((value) => [...YES, ...NO].includes(foldText(value))),
  );
  if (outcome?.values === undefined || outcome.values === null) return [];
  const when = (answers: readonly string[]) =>
    (outcome.values ?? []).filter((value) => answers.includes(foldText(value)));
  const stages: readonly StageMapping[] = [
    { stage: 'sql', column: outcome.name, when: when(YES) },
    { stage: 'lost', column: outcome.name, when: when(NO) },
  ];
  return stages.filter((stage) => stage.when?.length !== 0);
}
