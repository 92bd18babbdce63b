/** What a version of the agreement changes against the one before, as values that the screen puts in words. */

import { isSame } from '../same-value.ts';
import type {
  AgreementDocument,
  AttemptsPromise,
  CapacityPromise,
  ConversionPromise,
  DataPromise,
  FeedbackPromise,
  FollowUpPromise,
  NeverPromise,
  VolumePromise,
} from './agreement-document.ts';
import { type RuleSetDifference, ruleSetDifferences } from './rule-set-differences.ts';
import { serialiseAgreement } from './serialise-agreement.ts';

export type AgreementDifference =
  | RuleSetDifference
  /** By name. */
  | { readonly kind: 'qualifiedLevel'; readonly before: string; readonly after: string }
  | PromiseDifference
  | { readonly kind: 'text'; readonly field: 'name' | 'definition' | 'disputes' | 'returned' }
  | { readonly kind: 'workingHours'; readonly field: 'timeZone' | 'week' | 'holidays' }
  | {
      readonly kind: 'date';
      readonly field: 'validFrom' | 'validTo' | 'nextReview';
      readonly before: string | null;
      readonly after: string | null;
    }
  /** Only the order in which things stand differs. */
  | { readonly kind: 'order' };

/** Null: not promised. */
export type PromiseDifference =
  | Changed<'volume', VolumePromise>
  | Changed<'conversion', ConversionPromise>
  | Changed<'data', DataPromise>
  | Changed<'never', readonly NeverPromise[]>
  /** `level`: by name. */
  | (Changed<'followUp', FollowUpPromise> & { readonly level: string })
  | Changed<'capacity', CapacityPromise>
  | Changed<'attempts', AttemptsPromise>
  | Changed<'feedback', FeedbackPromise>;

interface Changed<K extends string, P> {
  readonly kind: 'promise';
  readonly promise: K;
  readonly before: P | null;
  readonly after: P | null;
}

/** None exactly when both are the same document. */
export function agreementDifferences(
  before: AgreementDocument,
  after: AgreementDocument,
): readonly AgreementDifference[] {
  const found: readonly AgreementDifference[] = [
    ...ruleSetDifferences(before.ruleSet, after.ruleSet),
    ...(before.level === after.level
      ? []
      : [
          {
            kind: 'qualifiedLevel',
            before: levelName(before, before.level),
            after: levelName(after, after.level),
          } as const,
        ]),
    ...promiseDifferences(before, after),
    ...textDifferences(before, after),
    ...(['timeZone', 'week', 'holidays'] as const).flatMap((field) =>
      isSame(before.workingHours[field], after.workingHours[field]) ? [] : [{ kind: 'workingHours', field } as const],
    ),
    ...(['validFrom', 'validTo', 'nextReview'] as const).flatMap((field) =>
      before[field] === after[field]
        ? []
        : [{ kind: 'date', field, before: before[field], after: after[field] } as const],
    ),
  ];
  if (found.length > 0 || serialiseAgreement(before) === serialiseAgreement(after)) return found;
  return [{ kind: 'order' }];
}

function promiseDifferences(before: AgreementDocument, after: AgreementDocument): readonly PromiseDifference[] {
  const { marketing: was, sales: did } = before;
  const { marketing: is, sales: does } = after;
  const changes: readonly PromiseDifference[] = [
    { kind: 'promise', promise: 'volume', before: was.volume, after: is.volume },
    { kind: 'promise', promise: 'conversion', before: was.conversion, after: is.conversion },
    { kind: 'promise', promise: 'data', before: was.data, after: is.data },
    { kind: 'promise', promise: 'never', before: orNone(was.never), after: orNone(is.never) },
    ...followUpChanges(before, after),
    { kind: 'promise', promise: 'capacity', before: did.capacity, after: does.capacity },
    { kind: 'promise', promise: 'attempts', before: did.attempts, after: does.attempts },
    { kind: 'promise', promise: 'feedback', before: did.feedback, after: does.feedback },
  ];
  return changes.filter((change) => !isSame(change.before, change.after));
}

const orNone = <T>(list: readonly T[]): readonly T[] | null => (list.length === 0 ? null : list);

function followUpChanges(before: AgreementDocument, after: AgreementDocument): readonly PromiseDifference[] {
  const [was, is] = [before.sales.followUp, after.sales.followUp];
  const levels = [...new Set([...is, ...was].map(({ level }) => level))];
  return levels.map((level) => ({
    kind: 'promise',
    promise: 'followUp',
    level: levelName(after.ruleSet.levels.some(({ id }) => id === level) ? after : before, level),
    before: was.find((one) => one.level === level) ?? null,
    after: is.find((one) => one.level === level) ?? null,
  }));
}

function textDifferences(before: AgreementDocument, after: AgreementDocument): readonly AgreementDifference[] {
  const texts = [
    ['name', before.name, after.name],
    ['definition', before.definition, after.definition],
    ['disputes', before.disputes, after.disputes],
    ['returned', before.sales.returned, after.sales.returned],
  ] as const;
  return texts.flatMap(([field, was, is]) => (was === is ? [] : [{ kind: 'text', field } as const]));
}

const levelName = ({ ruleSet }: AgreementDocument, id: string): string =>
  ruleSet.levels.find((level) => level.id === id)?.name ?? id;
