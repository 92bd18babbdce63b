/** What a version of the agreement changes, a line each. */
import type { AgreementDifference, PromiseDifference } from '../../core/agreement/agreement-differences.ts';
import type { Messages } from '../i18n/messages.tsx';
import { fadesText } from './definition-text.ts';
import { listText } from './marked.ts';
import { type MadePromise, plainPromiseText } from './promise-text.ts';

export const differenceText = (messages: Messages, difference: AgreementDifference): string => {
  const { t, format } = messages;
  const named = (rule: string): string => t('agreement-words.change.rule', { rule });
  const points = (value: number | null): string =>
    value === null ? t('agreement-words.change.none') : format.points(value);
  const moved = (what: string, before: string, after: string): string =>
    t('agreement-words.change.moved', { what, before, after });
  switch (difference.kind) {
    case 'levelAdded':
      return t('agreement-words.change.added', { what: difference.level, after: points(difference.total) });
    case 'levelRemoved':
      return t('agreement-words.change.removed', { what: difference.level });
    case 'threshold':
      return moved(difference.level, points(difference.before), points(difference.after));
    case 'minimum': {
      const { level, dimension, before, after } = difference;
      return moved(t('agreement-words.change.minimum', { level, dimension }), points(before), points(after));
    }
    case 'levelReshaped':
      return t('agreement-words.change.levelReshaped', { level: difference.level });
    case 'limit': {
      const { of, end, before, after } = difference;
      const what = t(`agreement-words.change.limit.${end}`, { of: of ?? '', hasOf: of === null ? 'no' : 'yes' });
      return moved(what, points(before), points(after));
    }
    case 'ruleAdded': {
      const after = difference.points === null ? t('agreement-words.change.byBands') : points(difference.points);
      return t('agreement-words.change.added', { what: named(difference.rule), after });
    }
    case 'ruleRemoved':
      return t('agreement-words.change.removed', { what: named(difference.rule) });
    case 'points':
      return moved(named(difference.rule), points(difference.before), points(difference.after));
    case 'switched':
      return t('agreement-words.change.switched', {
        rule: named(difference.rule),
        isOn: difference.isOn ? 'yes' : 'no',
      });
    case 'disqualifies':
      return t('agreement-words.change.disqualifies', {
        rule: named(difference.rule),
        isNow: difference.isNow ? 'yes' : 'no',
      });
    case 'fading':
      return t('agreement-words.change.fading', {
        rules: listText(messages, difference.rules.map(named)),
        before: fadesText(messages, difference.before),
        after: fadesText(messages, difference.after),
      });
    case 'ruleReshaped':
      return t('agreement-words.change.ruleReshaped', { rule: named(difference.rule) });
    case 'ruleSetText':
      return t(`agreement-words.change.ruleSetText.${difference.field}`);
    case 'qualifiedLevel':
      return t('agreement-words.change.qualifiedLevel', { before: difference.before, after: difference.after });
    case 'promise':
      return promiseChange(messages, difference);
    case 'text':
      return t(`agreement-words.change.text.${difference.field}`);
    case 'workingHours':
      return t(`agreement-words.change.workingHours.${difference.field}`);
    case 'date': {
      const day = (date: string | null): string =>
        date === null ? t('agreement-words.change.none') : format.date(Date.parse(`${date}T12:00:00Z`));
      return moved(t(`agreement-words.change.date.${difference.field}`), day(difference.before), day(difference.after));
    }
    case 'frame':
    case 'order':
      return t(`agreement-words.change.${difference.kind}`);
  }
};

const promiseChange = (messages: Messages, change: PromiseDifference): string => {
  const { t } = messages;
  const [before, after] = [sideText(messages, change, 'before'), sideText(messages, change, 'after')];
  if (before === null) return t('agreement-words.change.promiseMade', { after: after ?? '' });
  if (after === null) return t('agreement-words.change.promiseGivenUp', { before });
  return t('agreement-words.change.promiseChanged', { before, after });
};

/** Without marks; null: not promised. */
const sideText = (messages: Messages, change: PromiseDifference, side: 'before' | 'after'): string | null => {
  const made = madeOf(change, side);
  return made === null ? null : plainPromiseText(messages, made);
};

const madeOf = (change: PromiseDifference, side: 'before' | 'after'): MadePromise | null => {
  const level = 'level' in change ? change.level : '';
  switch (change.promise) {
    case 'volume':
      return change[side] && { promise: change.promise, made: change[side], level };
    case 'conversion':
      return change[side] && { promise: change.promise, made: change[side], level };
    case 'data':
      return change[side] && { promise: change.promise, made: change[side], level };
    case 'never':
      return change[side] && { promise: change.promise, made: change[side], level };
    case 'followUp':
      return change[side] && { promise: change.promise, made: change[side], level };
    case 'capacity':
      return change[side] && { promise: change.promise, made: change[side], level };
    case 'attempts':
      return change[side] && { promise: change.promise, made: change[side], level };
    case 'feedback':
      return change[side] && { promise: change.promise, made: change[side], level };
  }
};
