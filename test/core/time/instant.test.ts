import { describe, expect, it } from 'vitest';
import { instantText, readInstant } from '../../../core/time/instant.ts';

const read = (text: string, zone = 'UTC'): string | null => {
  const atMs = readInstant(text, zone);
  return atMs === null ? null : instantText(atMs);
};

describe('an ISO 8601 text', () => {
  it.each([
    ['2025-04-27', '2025-04-27T00:00:00.000Z'],
    ['2025-04-27 02:00:00.000+02:00', '2025-04-27T00:00:00.000Z'],
    ['2025-04-27T02:00-0530', '2025-04-27T07:30:00.000Z'],
    ['2025-04-27T02:00+02', '2025-04-27T00:00:00.000Z'],
    ['2025-04-27T02:00:01.98799Z', '2025-04-27T02:00:01.987Z'],
    ['0001-01-01', '0001-01-01T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(read(text)).toBe(instant);
  });

  it.each([
    '',
    '2025',
    '2025-13-01',
    '2025-02-29',
    '2025-04-31',
    '2025-4-1',
    '27/04/2025',
    '2025-04-27T24:00',
    '2025-04-27T10:60',
    '20250427',
    '2025-04-27 10:00 PM',
  ])('%j is none', (text) => {
    expect(read(text)).toBeNull();
  });
});

describe('a text without an offset', () => {
  it('is read in the time zone', () => {
    expect(read('2025-01-15T12:00', 'Europe/Bucharest')).toBe('2025-01-15T10:00:00.000Z');
    expect(read('2025-07-15', 'Europe/Bucharest')).toBe('2025-07-14T21:00:00.000Z');
  });

  it('is moved forward by the gap where the clock jumps', () => {
    expect(read('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
  });

  it('is the earlier instant where the clock repeats an hour', () => {
    expect(read('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('knows zones whose midnight does not exist', () => {
    expect(read('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
  });
});
