import { describe, expect, it } from 'vitest';
import type { Team } from '../../api/core-types.ts';
import { nextSpeaker, teamOfKey } from '../../renderer/frame/seats/next-speaker.ts';

const seat = (id: number, team: Team) => ({ id, team, person: `Person ${id}`, isUsed: false });
const SEATS = [seat(1, 'marketing'), seat(2, 'marketing'), seat(3, 'sales')];

describe('who speaks when a team is called up', () => {
  it('is its first while the other team, or nobody, speaks', () => {
    expect(nextSpeaker(SEATS, null, 'marketing')).toBe(1);
    expect(nextSpeaker(SEATS, 3, 'marketing')).toBe(1);
    expect(nextSpeaker(SEATS, 1, 'sales')).toBe(3);
  });

  it('is the next of the team when one of it speaks already, round the table', () => {
    expect(nextSpeaker(SEATS, 1, 'marketing')).toBe(2);
    expect(nextSpeaker(SEATS, 2, 'marketing')).toBe(1);
    expect(nextSpeaker(SEATS, 3, 'sales')).toBe(3);
  });

  it('is nobody where nobody sits', () => {
    expect(nextSpeaker([], null, 'sales')).toBeNull();
    expect(nextSpeaker([seat(1, 'marketing')], 1, 'sales')).toBeNull();
  });
});

describe('the key that calls a team up', () => {
  const press = (keys: Partial<KeyboardEvent>) =>
    teamOfKey({
      key: '',
      code: '',
      altKey: true,
      ctrlKey: false,
      metaKey: false,
      shiftKey: false,
      ...keys,
    });

  it('is Alt with the first letter of the team', () => {
    expect(press({ key: 'm', code: 'KeyM' })).toBe('marketing');
    expect(press({ key: 'S', code: 'KeyS' })).toBe('sales');
    expect(press({ key: 'x', code: 'KeyX' })).toBeNull();
  });

  it('goes by the letter where the keyboard is laid out otherwise, and by its place where Alt makes another sign of it', () => {
    expect(press({ key: 'm', code: 'Semicolon' })).toBe('marketing');
    expect(press({ key: 'q', code: 'KeyM' })).toBeNull();
    expect(press({ key: 'µ', code: 'KeyM' })).toBe('marketing');
    expect(press({ key: 'ß', code: 'KeyS' })).toBe('sales');
  });

  it('is none without Alt alone, so that what is typed stays text', () => {
    expect(press({ key: 'm', altKey: false })).toBeNull();
    expect(press({ key: 's', ctrlKey: true })).toBeNull();
    expect(press({ key: 's', metaKey: true })).toBeNull();
    expect(press({ key: 'S', shiftKey: true })).toBeNull();
  });
});
