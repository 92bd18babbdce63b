import { fail, ok, type Result } from '../result.ts';
import {
  DAYS,
  type Fields,
  HOURS,
  listField,
  nameField,
  numberField,
  PERCENT,
  type Range,
  readName,
  readObject,
  TIMES,
  textField,
} from '../rule-set/document-reader.ts';
import { parseCondition } from '../rule-set/parse-condition.ts';
import { parseRuleSet } from '../rule-set/parse-rule-set.ts';
import type { RuleSet } from '../rule-set/rule-set.ts';
import { createFaultList, type FaultList, keyPath, type RuleSetFault, shown } from '../rule-set/rule-set-faults.ts';
import { parseWorkingHours, readDate } from '../working-time/parse-working-hours.ts';
import {
  AGREEMENT_FORMAT,
  type AgreementDocument,
  type AttemptsPromise,
  type CapacityPromise,
  type FollowUpPromise,
  type MarketingPromises,
  type NeverPromise,
  type SalesPromises,
  type VolumePromise,
} from './agreement-document.ts';

/** Where, as `sales.followUp[0].withinHours`, and what with the way out. */
export type AgreementFault = RuleSetFault;

/** Checks an agreement document (a JSON value); a refused one comes back with every fault and its path. */
export function parseAgreement(document: unknown): Result<AgreementDocument, readonly AgreementFault[]> {
  const faults = createFaultList();
  const fields = readObject(document, '', faults, REQUIRED, ['validTo']);
  if (fields === null) return fail(faults.faults);
  const format = textField(fields, 'format');
  if (fields.has('format') && format !== AGREEMENT_FORMAT) {
    const only = createFaultList();
    only.add('format', `The key "format" has to be "${AGREEMENT_FORMAT}"; it is ${shown(format)}.`);
    return fail(only.faults);
  }
  const ruleSet = readRuleSet(fields);
  const level = nameField(fields, 'level');
  checkLevel(level, fields.at('level'), ruleSet, faults);
  const validFrom = dateField(fields, 'validFrom');
  const validTo = fields.has('validTo') ? dateField(fields, 'validTo') : null;
  if (validTo !== null && validTo < validFrom)
    faults.add('validTo', `The agreement would end (${validTo}) before it begins (${validFrom}); change either date.`);
  const body = {
    name: nameField(fields, 'name'),
    definition: textField(fields, 'definition'),
    level,
    marketing: readMarketing(fields),
    sales: readSales(fields, ruleSet),
    disputes: textField(fields, 'disputes'),
    workingHours: fields.has('workingHours')
      ? parseWorkingHours(fields.value('workingHours'), fields.at('workingHours'), faults)
      : null,
    validFrom,
    validTo,
    nextReview: dateField(fields, 'nextReview'),
  };
  const { workingHours } = body;
  if (ruleSet === null || workingHours === null || faults.faults.length > 0) return fail(faults.faults);
  return ok({ format: AGREEMENT_FORMAT, ...body, ruleSet, workingHours });
}

const REQUIRED = [
  'format',
  'name',
  'definition',
  'ruleSet',
  'level',
  'marketing',
  'sales',
  'disputes',
  'workingHours',
  'validFrom',
  'nextReview',
] as const;

const LEADS: Range = { least: 0, most: 1_000_000, whole: true, words: 'a whole number of leads from 0 to 1,000,000' };
const SPAN_OF_WEEKS: Range = { least: 1, most: 520, whole: true, words: 'a whole number of weeks from 1 to 520' };
const PROMISED_HOURS: Range = {
  ...HOURS,
  above: 0,
  most: 10_000,
  words: 'a number of hours above 0 and at most 10,000',
};

function readRuleSet({ faults, ...fields }: Fields): RuleSet | null {
  if (!fields.has('ruleSet')) return null;
  const parsed = parseRuleSet(fields.value('ruleSet'));
  if (parsed.ok) return parsed.value;
  for (const { path, message } of parsed.error) faults.add(path === '' ? 'ruleSet' : `ruleSet.${path}`, message);
  return null;
}

function checkLevel(level: string, path: string, ruleSet: RuleSet | null, faults: FaultList): void {
  if (ruleSet === null || level === '' || ruleSet.levels.some(({ id }) => id === level)) return;
  const ids = ruleSet.levels.map(({ id }) => id).join(', ');
  faults.add(path, `The rule set has no level with the id ${shown(level)}; use one of: ${ids}.`);
}

const dateField = (fields: Fields, key: string): string =>
  fields.has(key) ? readDate(fields.value(key), fields.at(key), fields.faults) : '';

/** An absent or null key is a promise not made. */
function promised<T>(
  fields: Fields | null,
  key: string,
  keys: readonly string[],
  read: (fields: Fields) => T,
): T | null {
  if (!fields?.has(key)) return null;
  const own = readObject(fields.value(key), fields.at(key), fields.faults, keys, []);
  return own === null ? null : read(own);
}

function readMarketing(fields: Fields): MarketingPromises {
  const own = fields.has('marketing')
    ? readObject(fields.value('marketing'), 'marketing', fields.faults, [], ['volume', 'conversion', 'data', 'never'])
    : null;
  return {
    volume: promised(own, 'volume', ['least', 'most', 'weeks', 'ofWeeks'], readVolume),
    conversion: promised(own, 'conversion', ['leastPercent', 'withinDays'], (one) => ({
      leastPercent: numberField(one, 'leastPercent', PERCENT),
      withinDays: numberField(one, 'withinDays', DAYS),
    })),
    data: promised(own, 'data', ['attributes', 'leastPercent'], (one) => ({
      attributes: namesField(one, 'attributes'),
      leastPercent: numberField(one, 'leastPercent', PERCENT),
    })),
    never: own === null ? [] : listField(own, 'never', true, (value, path) => readNever(value, path, own.faults)),
  };
}

function readVolume(fields: Fields): VolumePromise {
  const [least, most] = [numberField(fields, 'least', LEADS), numberField(fields, 'most', LEADS)];
  if (least > most)
    fields.faults.add(fields.at('least'), `The least (${least}) is above the most (${most}); swap or change them.`);
  return { least, most, ...readShareOfWeeks(fields) };
}

function readShareOfWeeks(fields: Fields): { readonly weeks: number; readonly ofWeeks: number } {
  const weeks = numberField(fields, 'weeks', SPAN_OF_WEEKS);
  const ofWeeks = numberField(fields, 'ofWeeks', SPAN_OF_WEEKS);
  if (weeks > ofWeeks)
    fields.faults.add(fields.at('weeks'), `${weeks} of ${ofWeeks} weeks cannot be; promise at most ${ofWeeks}.`);
  return { weeks, ofWeeks };
}

function readNever(value: unknown, path: string, faults: FaultList): NeverPromise {
  const fields = readObject(value, path, faults, ['name', 'if'], []);
  const condition = fields?.has('if')
    ? parseCondition(fields.value('if'), keyPath(path, 'if'), faults, 'attribute')
    : undefined;
  return { name: fields === null ? '' : nameField(fields, 'name'), if: condition ?? { any: [] } };
}

function readSales(fields: Fields, ruleSet: RuleSet | null): SalesPromises {
  const { faults } = fields;
  const own = fields.has('sales')
    ? readObject(fields.value('sales'), 'sales', faults, ['returned'], ['followUp', 'capacity', 'attempts', 'feedback'])
    : null;
  const followUp =
    own === null ? [] : listField(own, 'followUp', true, (value, path) => readFollowUp(value, path, faults, ruleSet));
  refuseRepeatedLevels(followUp, faults);
  return {
    followUp,
    capacity: promised(
      own,
      'capacity',
      ['perWeek', 'weeks', 'ofWeeks'],
      (one): CapacityPromise => ({ perWeek: numberField(one, 'perWeek', LEADS), ...readShareOfWeeks(one) }),
    ),
    attempts: promised(
      own,
      'attempts',
      ['least', 'withinDays', 'activities', 'leastPercent'],
      (one): AttemptsPromise => ({
        least: numberField(one, 'least', TIMES),
        withinDays: numberField(one, 'withinDays', DAYS),
        activities: namesField(one, 'activities'),
        leastPercent: numberField(one, 'leastPercent', PERCENT),
      }),
    ),
    feedback: promised(own, 'feedback', ['withinDays', 'leastPercent'], (one) => ({
      withinDays: numberField(one, 'withinDays', DAYS),
      leastPercent: numberField(one, 'leastPercent', PERCENT),
    })),
    returned: own === null ? '' : textField(own, 'returned'),
  };
}

function readFollowUp(value: unknown, path: string, faults: FaultList, ruleSet: RuleSet | null): FollowUpPromise {
  const fields = readObject(value, path, faults, ['level', 'withinHours', 'leastPercent'], []);
  if (fields === null) return { level: '', withinHours: Number.NaN, leastPercent: Number.NaN };
  const level = nameField(fields, 'level');
  checkLevel(level, fields.at('level'), ruleSet, faults);
  return {
    level,
    withinHours: numberField(fields, 'withinHours', PROMISED_HOURS),
    leastPercent: numberField(fields, 'leastPercent', PERCENT),
  };
}

function refuseRepeatedLevels(followUp: readonly FollowUpPromise[], faults: FaultList): void {
  for (const [index, { level }] of followUp.entries()) {
    if (level !== '' && followUp.findIndex((other) => other.level === level) < index)
      faults.add(
        `sales.followUp[${index}].level`,
        `The level ${shown(level)} has a promise already; keep one of them.`,
      );
  }
}

const namesField = (fields: Fields, key: string): readonly string[] => [
  ...new Set(listField(fields, key, false, (value, path) => readName(value, path, fields.faults))),
];
