/** Every promise of an agreement against the history. */
import type { AgreementDocument } from '../agreement/agreement-document.ts';
import { judgeAttempts } from './attempts-kept.ts';
import { judgeCapacity } from './capacity-kept.ts';
import { judgeConversion } from './conversion-kept.ts';
import { judgeData, judgeNever } from './data-kept.ts';
import { judgeFeedback } from './feedback-kept.ts';
import { judgeFollowUp } from './follow-up-kept.ts';
import type { JudgedPromise } from './judged-promise.ts';
import type { PromiseSetting } from './promise-setting.ts';
import { judgeVolume } from './volume-kept.ts';

/** In the order of the document: marketing's, then sales'; only those that are made. */
export function judgePromises(
  setting: PromiseSetting,
  { level, marketing, sales }: Pick<AgreementDocument, 'level' | 'marketing' | 'sales'>,
): readonly JudgedPromise[] {
  const { volume, conversion, data, never } = marketing;
  const { followUp, capacity, attempts, feedback } = sales;
  return [
    ...(volume === null ? [] : [judgeVolume(setting, level, volume)]),
    ...(conversion === null ? [] : [judgeConversion(setting, level, conversion)]),
    ...(data === null ? [] : [judgeData(setting, level, data)]),
    ...(never.length === 0 ? [] : [judgeNever(setting, level, never)]),
    ...followUp.map((promise) => judgeFollowUp(setting, promise)),
    ...(capacity === null ? [] : [judgeCapacity(setting, level, capacity)]),
    ...(attempts === null ? [] : [judgeAttempts(setting, level, attempts)]),
    ...(feedback === null ? [] : [judgeFeedback(setting, level, feedback)]),
  ];
}
