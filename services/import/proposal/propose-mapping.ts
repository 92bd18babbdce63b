/** A first mapping for the user to correct: headings and values that speak plainly are taken up, nothing is guessed at. */
import type { AnswerForm, DateForm, NumberForm } from '../../../api/core-types.ts';
import type { DelimitedMapping, SourceColumn, StageMapping } from '../../../api/import.ts';
import type { PresetName } from '../../../api/import-presets.ts';
import { emailKind } from '../../../core/quality/email-kind.ts';
import { foldText } from '../../../core/text.ts';
import { isMostlyRead } from '../mapping/mostly-read.ts';
import type { MappedForms } from '../mapping/parse-forms.ts';
import { EMAIL_ATTRIBUTES } from '../source/rewrite-rows.ts';
import { headingWords } from './heading-words.ts';
import { mappingFromPreset } from './presets/mapping-from-preset.ts';
import { matchPreset } from './presets/match-preset.ts';
import type { Preset } from './presets/preset.ts';
import { proposeDataTable } from './propose-data-table.ts';

/** A column with what the proposal needs to know of the rows inspected. */
export interface InspectedColumn extends SourceColumn {
  readonly isUnique: boolean;
  /** Distinct cells, as written; at most a few, else null. */
  readonly values: readonly string[] | null;
  /** All of them, and how many rows have one. */
  readonly cells: ReadonlySet<string>;
  readonly given: number;
}

export interface Proposal {
  readonly mapping: DelimitedMapping;
  /** Whose export it looks like; null: no known one, and the mapping goes by plain words. */
  readonly preset: PresetName | null;
}

export function proposeMapping(columns: readonly InspectedColumn[]): Proposal {
  const names = columns.map(({ name }) => name);
  const table = proposeDataTable(names);
  if (table !== null) return { mapping: withForms(table, columns), preset: null };
  const preset = matchPreset(names);
  const known = preset === null ? null : proposeByPreset(preset, columns);
  if (preset !== null && known !== null) return { mapping: known, preset: preset.name };
  return { mapping: withEmail(withForms(proposeUses(columns), columns), columns), preset: null };
}

/** `null` where the file lacks what the preset cannot do without. */
export function proposeByPreset(preset: Preset, columns: readonly InspectedColumn[]): DelimitedMapping | null {
  const names = columns.map(({ name }) => name);
  const mapping = mappingFromPreset(preset, names, missingTokens(columns));
  return mapping === null ? null : withEmail(withForms(mapping, columns), columns);
}

const withForms = (mapping: DelimitedMapping, columns: readonly InspectedColumn[]): DelimitedMapping => ({
  ...mapping,
  ...proposeForms(mapping, columns),
});

function proposeUses(columns: readonly InspectedColumn[]): DelimitedMapping {
  const named = columns.filter(
    ({ name }) => name !== '' && columns.filter((other) => other.name === name).length === 1,
  );
  const isOfActivity = ({ name }: InspectedColumn) => TYPE.test(headingWords(name));
  const lead = leadColumn(named.filter((column) => !isOfActivity(column))) ?? named[0];
  const rest = named.filter((column) => column !== lead);
  const base = {
    format: 'accord.mapping/1',
    lead: lead?.name ?? '',
    leaveOut: [],
    missing: missingTokens(columns),
  } as const;
  const wonAt = rest.find((column) => isDated(column) && WON_DATE.test(headingWords(column.name)));
  const at = rest.find((column) => isDated(column) && AT.test(headingWords(column.name)));
  const type = rest.find((column) => TYPE.test(headingWords(column.name)));
  if (lead !== undefined && at !== undefined && type !== undefined) {
    const person = lead.isUnique && !LEAD_ID.test(headingWords(lead.name)) ? rest.find(isPerson) : lead;
    if (person !== undefined && !person.isUnique)
      return { ...base, lead: person.name, rows: 'activities', at: at.name, type: { column: type.name }, stages: [] };
  }
  const created = rest.find((column) => isDated(column) && CREATED.test(headingWords(column.name)));
  if (wonAt !== undefined && created === undefined) {
    const amount = rest.find((column) => isCounted(column) && AMOUNT.test(headingWords(column.name)));
    return {
      ...base,
      rows: 'stages',
      stages: [{ stage: 'won', at: wonAt.name, ...(amount === undefined ? {} : { amount: amount.name }) }],
    };
  }
  const handedOver: readonly StageMapping[] =
    lead !== undefined && /\bmql\b/.test(headingWords(lead.name)) ? [{ stage: 'mql' }] : [];
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

/** What the addresses tell of leads, where one column is of addresses and no column has told it already. */
function withEmail(mapping: DelimitedMapping, columns: readonly InspectedColumn[]): DelimitedMapping {
  if (mapping.rows !== 'leads' || columns.some(({ name }) => EMAIL_ATTRIBUTES.some((one) => one === name)))
    return mapping;
  const addresses = columns.filter(({ name, cells }) => name !== '' && areAddresses(cells));
  const [first] = addresses;
  return first === undefined || columns.filter(({ name }) => name === first.name).length > 1
    ? mapping
    : { ...mapping, email: first.name };
}

/** One that stands in several rows: whom they happened to. */
const isPerson = ({ name, cells, isUnique, missing }: InspectedColumn): boolean =>
  !isUnique && missing === 0 && (areAddresses(cells) || PERSON.test(headingWords(name)));

const areAddresses = (cells: ReadonlySet<string>): boolean => {
  const some = [...cells].slice(0, 200);
  return some.length > 0 && some.filter((cell) => emailKind(cell) !== 'malformed').length > some.length / 2;
};

const CREATED = /\b(created?|creation|first contact|date added|added on|registered|registration|signup|sign up)\b/;
const WON_DATE = /\b(won|closed won)\b/;
const AT = /\b(at|date|time|timestamp|occurred)\b/;
const TYPE = /^(type|activity type|event|event type|activity)$/;
const AMOUNT = /\b(amount|deal value)\b/;
const OUTCOME = /^(converted|is converted|won|is won|qualified)$/;
const PERSON = /^(lead|contact|person|prospect|customer|recipient)( id)?$/;
const LEAD_ID = /^lead ?(id|key|uuid)$/;
const ID = /(^| )(id|uuid|guid|key)$/;
const YES: readonly string[] = ['1', 'yes', 'true'];
const NO: readonly string[] = ['0', 'no', 'false'];
const NOT_ANSWERED: readonly string[] = ['select', 'n/a', '#n/a', 'null', '(blank)'];

const isDated = ({ kind, written }: InspectedColumn): boolean => kind === 'date' || written?.as === 'date';
const isCounted = ({ kind, written }: InspectedColumn): boolean => kind === 'number' || written?.as === 'number';

/** The forms that the cells decide, of columns that are read with one; an ambiguous or contradictory column is left for the user to say. */
function proposeForms(mapping: DelimitedMapping, columns: readonly InspectedColumn[]): MappedForms {
  const type = mapping.type !== undefined && 'column' in mapping.type ? mapping.type.column : undefined;
  const asText = [mapping.lead, type, ...mapping.stages.flatMap(({ column, reason }) => [column, reason])];
  const times = [mapping.created, mapping.at, ...mapping.stages.map(({ at }) => at)];
  const amounts = mapping.stages.map(({ amount }) => amount);
  const forms = {
    dates: new Map<string, DateForm>(),
    numbers: new Map<string, NumberForm>(),
    yesNo: new Map<string, AnswerForm>(),
  };
  for (const { name, written } of columns) {
    // A time is read as a date and an amount as a number, or as they are.
    if (times.includes(name) && written?.as !== 'date') continue;
    if (amounts.includes(name) && written?.as !== 'number') continue;
    const isUsed =
      times.includes(name) ||
      amounts.includes(name) ||
      (mapping.rows !== 'stages' && !asText.includes(name) && !mapping.leaveOut.includes(name));
    if (written === undefined || !isUsed || columns.filter((other) => other.name === name).length > 1) continue;
    // A mark may mean yes, but whether an empty cell means no is the user's to say.
    if (written.as === 'yes/no' && written.form === 'answers') forms.yesNo.set(name, written.form);
    if (written.as === 'date' && written.decision.kind === 'decided' && isMostlyRead(written.decision))
      forms.dates.set(name, written.decision.form);
    if (written.as === 'number' && written.decision.kind === 'decided' && written.decision.units.length === 1)
      forms.numbers.set(name, written.decision.form);
  }
  return {
    ...(forms.dates.size === 0 ? {} : { dates: Object.fromEntries(forms.dates) }),
    ...(forms.numbers.size === 0 ? {} : { numbers: Object.fromEntries(forms.numbers) }),
    ...(forms.yesNo.size === 0 ? {} : { yesNo: Object.fromEntries(forms.yesNo) }),
  };
}

function leadColumn(columns: readonly InspectedColumn[]): InspectedColumn | undefined {
  const named = columns.find(({ name }) => LEAD_ID.test(headingWords(name)));
  if (named !== undefined) return named;
  const whole = columns.filter((column) => column.missing === 0 && !isDated(column));
  const ids = whole.filter(({ name }) => ID.test(headingWords(name)));
  return (
    ids.find(({ isUnique }) => isUnique) ??
    ids[0] ??
    whole.find(({ isUnique }) => isUnique) ??
    columns.find((column) => !isDated(column))
  );
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
      OUTCOME.test(headingWords(name)) && values?.every((value) => [...YES, ...NO].includes(foldText(value))),
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
