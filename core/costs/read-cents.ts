import { fail, ok, type Result } from '../result.ts';
import { type NumberForm, readNumberText } from '../values/read-number-text.ts';
import { MOST_CENTS } from './cost.ts';

/** An amount in cents, never by way of a fraction: `isRounded` where the cell was finer than a cent (halves go away from zero). */
export interface ReadCents {
  readonly amountCents: number;
  readonly isRounded: boolean;
}

/** The error says in plain words what is wrong. */
export function readCents(cell: string, form: NumberForm): Result<ReadCents, string> {
  const read = readNumberText(cell, form);
  if (!read.ok) return read;
  const isNegative = read.value.startsWith('-');
  const [whole = '0', decimals = ''] = read.value.replace('-', '').split('.');
  const finer = decimals.slice(2);
  const cents = Number(`${whole}${decimals.slice(0, 2).padEnd(2, '0')}`) + (/^[5-9]/u.test(finer) ? 1 : 0);
  if (cents >= MOST_CENTS) return fail(`An amount must be below ${MOST_CENTS / 100}.`);
  return ok({ amountCents: isNegative && cents > 0 ? -cents : cents, isRounded: /[1-9]/u.test(finer) });
}
