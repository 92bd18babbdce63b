/** One cell as a number, in the form that its column is known to have. */
import { fail, ok, type Result } from '../result.ts';

/** What stands before the decimals. Thousands may be parted by the other one of the two, a blank of any width or an apostrophe. */
export type NumberForm = (typeof NUMBER_FORMS)[number];
export const NUMBER_FORMS = ['point', 'comma'] as const;

/**
 * The cell (trimmed) as plain digits: sign, digits, and a point where there are decimals, no digit lost or added. Read besides: a currency sign
 * or code or a percent sign before or after (dropped: 12 % is 12), a sign before or after, parentheses for a negative, K, M, B for thousands,
 * millions, billions, and an exponent (1.5E+3). The error says in plain words what is wrong.
 */
export function readNumberText(cell: string, form: NumberForm): Result<string, string> {
  if (cell.length > LONGEST) return fail(`A number has at most ${LONGEST} characters.`);
  if (NO_NUMBER.test(cell)) return fail('This stands for a value that is no number.');
  const parts = PARTS.exec(cell.replace(MINUS, '-').replace(BLANKS, ' '));
  if (parts === null) return fail(NOT_A_NUMBER);
  const [, open, before = '', digits = '', scale = '', after = '', close] = parts;
  if ((open === undefined) !== (close === undefined)) return fail('A parenthesis is missing.');
  const signs = `${before}${after}`.replace(/[^-+]/gu, '');
  if (signs.length + (open === undefined ? 0 : 1) > 1) return fail('This has more than one sign.');
  for (const unit of [before, after]) if (!isUnit(unit.replace(/[-+ ]/gu, ''))) return fail(NOT_A_NUMBER);
  const power = POWER_BY_SCALE.get(scale.trim().toLowerCase()) ?? Number(scale.slice(1) || 0);
  if (Math.abs(power) > LARGEST_POWER) return fail('This number is too large or too small to be kept.');
  const plain = plainDigits(digits, form, power);
  if (plain === null) return fail(form === 'point' ? NOT_POINT : NOT_COMMA);
  if (Math.abs(Number(plain)) > Number.MAX_SAFE_INTEGER)
    return fail('Numbers beyond 9,007,199,254,740,991 cannot be kept to the last digit.');
  const isNegative = (signs === '-' || open !== undefined) && /[1-9]/u.test(plain);
  return ok(isNegative ? `-${plain}` : plain);
}

/** The currency or percent signs of a cell, as they stand; '' where there are none. Rows of different ones cannot be added up. */
export const unitOf = (cell: string): string =>
  cell
    .replace(/(?<=\d)e[-+]?\d+/iu, '')
    .replace(/[()\s\u00a0\u202f'’.,+\-−\d]/gu, '')
    .replace(/^(?:k|m|b)$/iu, '')
    .replace(/(?<=[\p{Sc}%])(?:k|m|b)$/iu, '');

const LONGEST = 60;
/** Of ten, in an exponent. */
const LARGEST_POWER = 30;
const NOT_A_NUMBER = 'This is no number.';
const NOT_POINT = 'This is no number with a decimal point, such as 1,200.50.';
const NOT_COMMA = 'This is no number with a decimal comma, such as 1.200,50.';

const NO_NUMBER = /^[-+]?(?:nan|inf|infinity|∞)$/iu;
const MINUS = /[−‒–]/gu;
const BLANKS = /[\s\u00a0\u2007\u2009\u202f]/gu;
/** Parenthesis, what stands before the digits, digits with their marks, K, M or B, what stands after, parenthesis. */
const PARTS =
  /^(\()?([^\d()]{0,8}?)(\d(?:[\d., '’]*\d)?|(?<!\p{L})[.,]\d+)( ?[kKmMbB](?![\p{L}])|[eE][-+]?\d{1,4})?([^\d()]{0,8})(\))?$/u;
const CODES =
  'USD|EUR|GBP|CHF|JPY|CNY|INR|RON|PLN|RUB|UAH|CZK|HUF|BGN|SEK|NOK|DKK|ISK|TRY|ILS|AED|SAR|ZAR|BRL|MXN|ARS|CLP|COP|CAD|AUD|NZD|SGD|HKD|KRW|THB|IDR|MDL|RSD|GEL|KZT';
/** A sign of a currency (US$ too), its code, a few that are written otherwise, or percent. */
const UNIT = new RegExp(`^(?:[A-Z]{0,3}\\p{Sc}|${CODES}|%|‰|zł|zl|lei|leu|kr\\.?|руб\\.?|р\\.?|Fr\\.?)?$`, 'u');
const POWER_BY_SCALE: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['m', 6],
  ['b', 9],
]);

const isUnit = (text: string): boolean => UNIT.test(text);

/** Null where the digits are not parted as the form has them. Groups: the last of three digits, those before of two or three (1,00,000). */
function plainDigits(digits: string, form: NumberForm, power: number): string | null {
  const [mark, other] = form === 'point' ? ['.', ','] : [',', '.'];
  const [whole = '', decimals = '', ...more] = digits.split(mark);
  if (more.length > 0 || /\D/u.test(decimals) || digits.endsWith(mark)) return null;
  const parted = whole.replace(/’/gu, "'");
  const separators = new Set(parted.replace(/\d/gu, ''));
  const [separator] = separators;
  if (separators.size > 1 || (separator !== undefined && ![other, ' ', "'"].includes(separator))) return null;
  if (separator !== undefined && !GROUPS.test(parted.replaceAll(separator, ' '))) return null;
  const all = parted.replace(/\D/gu, '');
  // A code, as postcodes are: its zeros would be lost (REPLAY.md section 1 keeps such cells text, too).
  if (/^0\d/u.test(all)) return null;
  return shifted(all, decimals, power);
}

const GROUPS = /^[1-9]\d{0,2}(?: \d{2,3})* \d{3}$/u;

/** The decimal point moved to the right (to the left where `power` is negative), digit by digit. */
function shifted(whole: string, decimals: string, power: number): string {
  const digits = `${'0'.repeat(Math.max(0, -power))}${whole}${decimals}`.padEnd(whole.length + Math.max(0, power), '0');
  const at = whole.length + Math.max(0, power);
  const left = digits.slice(0, at).replace(/^0+(?=\d)/u, '') || '0';
  const right = digits.slice(at);
  return right === '' ? left : `${left}.${right}`;
}
