/**
 * Values of a test as people type them: `12` is the number, `yes` and `no` are yes/no, everything else is text. Text that
 * would read as one of those, or that begins or ends with a blank, stands in quotes: `"12"`.
 */
import type { Scalar } from './rule-set.ts';

export const scalarText = (value: Scalar): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  return readScalar(value) === value ? value : `"${value}"`;
};

/** The inverse of `scalarText`. */
export const readScalar = (text: string): Scalar => {
  const trimmed = text.trim();
  if (trimmed.length >= 2 && trimmed.startsWith('"') && trimmed.endsWith('"')) return trimmed.slice(1, -1);
  if (trimmed === 'yes' || trimmed === 'no') return trimmed === 'yes';
  const number = Number(trimmed);
  return trimmed !== '' && Number.isFinite(number) && String(number) === trimmed ? number : trimmed;
};
