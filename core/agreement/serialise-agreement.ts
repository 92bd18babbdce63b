import { serialiseRuleSet } from '../rule-set/serialise-rule-set.ts';
import { WEEKDAYS } from '../working-time/working-hours.ts';
import { AGREEMENT_FORMAT, type AgreementDocument } from './agreement-document.ts';

/**
 * The document as JSON to read and keep: keys always in the same order, promises that are not made left out. `parseAgreement`
 * reads it back the same.
 */
export function serialiseAgreement(agreement: AgreementDocument): string {
  return `${JSON.stringify(agreementJson(agreement), null, 2)}\n`;
}

/** The same as a JSON value. */
export function agreementJson({ marketing, sales, workingHours, ...rest }: AgreementDocument): object {
  const { name, definition, ruleSet, level, disputes, validFrom, validTo, nextReview } = rest;
  const { volume, conversion, data, never } = marketing;
  const { followUp, capacity, attempts, feedback, returned } = sales;
  return {
    format: AGREEMENT_FORMAT,
    name,
    definition,
    level,
    // What a text equals when it is read again is JSON.
    ruleSet: JSON.parse(serialiseRuleSet(ruleSet)) as unknown,
    marketing: {
      ...(volume && { volume: inOrder(volume, ['least', 'most', 'weeks', 'ofWeeks']) }),
      ...(conversion && { conversion: inOrder(conversion, ['leastPercent', 'withinDays']) }),
      ...(data && { data: inOrder(data, ['attributes', 'leastPercent']) }),
      ...(never.length > 0 && { never: never.map((one) => inOrder(one, ['name', 'if'])) }),
    },
    sales: {
      ...(followUp.length > 0 && {
        followUp: followUp.map((one) => inOrder(one, ['level', 'withinHours', 'leastPercent'])),
      }),
      ...(capacity && { capacity: inOrder(capacity, ['perWeek', 'weeks', 'ofWeeks']) }),
      ...(attempts && { attempts: inOrder(attempts, ['least', 'withinDays', 'activities', 'leastPercent']) }),
      ...(feedback && { feedback: inOrder(feedback, ['withinDays', 'leastPercent']) }),
      returned,
    },
    disputes,
    workingHours: {
      timeZone: workingHours.timeZone,
      week: inOrder(workingHours.week, WEEKDAYS),
      holidays: workingHours.holidays,
    },
    validFrom,
    ...(validTo !== null && { validTo }),
    nextReview,
  };
}

const inOrder = <T extends object>(value: T, keys: readonly (keyof T)[]): object =>
  Object.fromEntries(keys.map((key) => [key, value[key]]));
