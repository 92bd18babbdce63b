/** Months as people write them, without a day. */
import { monthOf } from '../values/month-names.ts';

/**
 * `YYYY-MM`, or null for what is not one month and nothing more: `2026-01`, `2026/1`, `202601`, `01/2026`, `1.2026`, `Jan 2026`,
 * `2026 January`. A year has four digits: `Jan-26` may be a day.
 */
export function readMonth(text: string): string | null {
  const cell = text.trim();
  for (const [form, yearAt, monthAt] of FORMS) {
    const match = form.exec(cell);
    if (match === null) continue;
    const word = match[monthAt] ?? '';
    const month = /^\d/u.test(word) ? Number(word) : monthOf(word);
    return month === null || month < 1 || month > 12 ? null : `${match[yearAt]}-${String(month).padStart(2, '0')}`;
  }
  return null;
}

/** With the groups of the year and of the month. */
const FORMS: readonly (readonly [RegExp, number, number])[] = [
  [/^((?:19|20)\d{2})[-/. ](\d{1,2})$/u, 1, 2],
  [/^((?:19|20)\d{2})(\d{2})$/u, 1, 2],
  [/^(\d{1,2})[-/. ]((?:19|20)\d{2})$/u, 2, 1],
  [/^(\p{L}[\p{L}\p{M}]*\.?)[-/, ]{0,2}((?:19|20)\d{2})$/u, 2, 1],
  [/^((?:19|20)\d{2})[-/, ]{0,2}(\p{L}[\p{L}\p{M}]*\.?)$/u, 1, 2],
];
