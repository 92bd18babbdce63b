/** What proves that a ballot comes back as it was answered. */
import { createHash } from 'node:crypto';
import type { Opinion } from '../../../core/panel/verdict.ts';

export interface BallotAnswer extends Opinion {
  readonly card: number;
}

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * SHA-256 over the ballot's secret, what it showed and what was answered: changed cards or changed answers do not fit it. It guards
 * against slips and second thoughts, not against somebody who reads the secret out of the page. The page's script does the same.
 */
export const sealOf = (secret: string, cardsSha256: string, answers: readonly BallotAnswer[]): string =>
  sha256([secret, cardsSha256, answersText(answers), secret].join('\n'));

/** Keys in the order in which the page writes them. */
const answersText = (answers: readonly BallotAnswer[]): string =>
  JSON.stringify(answers.map(({ card, verdict, reasonKind, words }) => ({ card, verdict, reasonKind, words })));
