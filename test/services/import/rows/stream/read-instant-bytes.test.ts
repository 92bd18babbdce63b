import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInstant } from '../../../../../core/time/instant.ts';
import { encodeText } from '../../../../../services/import/rows/stream/byte-text.ts';
import { createInstantReader } from '../../../../../services/import/rows/stream/read-instant-bytes.ts';

const number = (max: number, width: number) =>
  fc.integer({ min: 0, max }).map((value) => String(value).padStart(width, '0'));
const written = fc
  .tuple(
    fc.oneof(number(9999, 4), fc.integer({ min: 1890, max: 2110 }).map(String)),
    number(13, 2),
    number(32, 2),
    fc.constantFrom('T', ' ', 't', ''),
    fc.tuple(number(24, 2), number(60, 2), number(60, 2)).map((clock) => clock.join(':')),
    fc.constantFrom('', '.5', '.123', ',123', '.1234', '.12x'),
    fc.constantFrom('', 'Z', '+02:00', '-0530', 'z', ' '),
  )
  .chain(([year, month, day, t, clock, fraction, offset]) => {
    const whole = `${year}-${month}-${day}${t}${clock}${fraction}${offset}`;
    return fc.constantFrom(
      whole,
      whole.slice(0, 10),
      whole.slice(0, 16),
      ` ${whole}\t`,
      `\u00a0${whole}`,
      whole.replace('-', '/'),
      whole.replace(':', '.'),
    );
  });

describe('an instant read from bytes', () => {
  it.each(['UTC', 'Europe/Warsaw', 'America/New_York'])('in %s is the one that its text gives', (timeZone) => {
    const read = createInstantReader(timeZone);
    fc.assert(
      fc.property(written, (cell) => {
        const text = encodeText(`x${cell}x`);
        const end = text.bytes.length - 1;
        expect(read(text, 1, end)).toBe(readInstant(cell.trim(), timeZone) ?? Number.NaN);
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives the same on every day of the calendar', () => {
    const read = createInstantReader('UTC');
    for (let year = 1896; year <= 2104; year += 1) {
      for (const day of ['01-31', '02-28', '02-29', '02-30', '04-31', '12-31']) {
        const text = encodeText(`${year}-${day}`);
        expect(read(text, 0, text.bytes.length)).toBe(readInstant(`${year}-${day}`, 'UTC') ?? Number.NaN);
      }
    }
  });
});
