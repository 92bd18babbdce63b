/** Instants of millions of cells: the usual shapes are read digit by digit, all else by core's `readInstant`, with the same result. */
import { readInstant } from '../../../../core/time/instant.ts';
import { requireZone } from '../../../../core/time/zone.ts';
import { type ByteText, decodeText, isBlankByte } from './byte-text.ts';

/** The instant in milliseconds, NaN where the cell names none; white space around it does not count. */
export type ReadInstantBytes = (text: ByteText, start: number, end: number) => number;

const FIRST_YEAR = 1900;
const YEARS = 200;
const UNKNOWN = Number.NaN;
/** 30 February. */
const NO_DAY = Number.POSITIVE_INFINITY;
const NOT_USUAL = Number.NEGATIVE_INFINITY;

export function createInstantReader(timeZone: string): ReadInstantBytes {
  const zone = requireZone(timeZone);
  /** Midnight UTC by year, month and day. */
  const dayMs = new Float64Array(YEARS << 9).fill(UNKNOWN);
  const midnight = ({ bytes }: ByteText, start: number): number => {
    const century = twoDigits(bytes, start);
    const year = twoDigits(bytes, start + 2);
    const month = twoDigits(bytes, start + 5);
    const day = twoDigits(bytes, start + 8);
    if ((century | year | month | day) < 0 || bytes[start + 4] !== DASH || bytes[start + 7] !== DASH) return NO_DAY;
    const sinceFirst = century * 100 + year - FIRST_YEAR;
    if (sinceFirst < 0 || sinceFirst >= YEARS || month > 12 || day > 31) return NO_DAY;
    const index = (sinceFirst << 9) | (month << 5) | day;
    const known = dayMs[index] ?? NO_DAY;
    return Number.isNaN(known) ? remember(index, sinceFirst + FIRST_YEAR, month, day) : known;
  };
  const remember = (index: number, year: number, month: number, day: number): number => {
    const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    const atMs = readInstant(text, 'UTC') ?? NO_DAY;
    dayMs[index] = atMs;
    return atMs;
  };
  const usual = (text: ByteText, start: number, end: number): number => {
    const { bytes } = text;
    const length = end - start;
    if (length < 10) return NOT_USUAL;
    const dateMs = midnight(text, start);
    if (dateMs === NO_DAY) return NOT_USUAL;
    if (length === 10) return zone.instantOf(dateMs);
    if (length < 19 || (bytes[start + 10] !== LETTER_T && bytes[start + 10] !== BLANK)) return NOT_USUAL;
    const hour = twoDigits(bytes, start + 11);
    const minute = twoDigits(bytes, start + 14);
    const second = twoDigits(bytes, start + 17);
    if ((hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 59) return NOT_USUAL;
    if (bytes[start + 13] !== COLON || bytes[start + 16] !== COLON) return NOT_USUAL;
    let wallMs = dateMs + hour * 3_600_000 + minute * 60_000 + second * 1_000;
    let at = start + 19;
    if (at + 4 <= end && bytes[at] === POINT) {
      const tens = twoDigits(bytes, at + 1);
      const unit = digit(bytes[at + 3]);
      if ((tens | unit) < 0) return NOT_USUAL;
      wallMs += tens * 10 + unit;
      at += 4;
    }
    if (at === end) return zone.instantOf(wallMs);
    return at + 1 === end && bytes[at] === LETTER_Z ? wallMs : NOT_USUAL;
  };
  return (text, start, end) => {
    let [first, last] = [start, end];
    while (first < last && isBlankByte(text.bytes[first])) first += 1;
    while (first < last && isBlankByte(text.bytes[last - 1])) last -= 1;
    const atMs = usual(text, first, last);
    return atMs === NOT_USUAL ? (readInstant(decodeText(text, start, end).trim(), timeZone) ?? Number.NaN) : atMs;
  };
}

const [DASH, COLON, POINT, BLANK, LETTER_T, LETTER_Z, ZERO] = [0x2d, 0x3a, 0x2e, 0x20, 0x54, 0x5a, 0x30];

/** Negative for anything but a digit, and then so is every bitwise or with it. */
const digit = (byte: number | undefined): number => {
  const value = (byte ?? 0) - ZERO;
  return value > 9 ? -1 : value;
};

const twoDigits = (bytes: Uint8Array, at: number): number => {
  const tens = digit(bytes[at]);
  const units = digit(bytes[at + 1]);
  return (tens | units) < 0 ? -1 : tens * 10 + units;
};
