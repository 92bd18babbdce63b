import type { Team } from '../../../api/core-types.ts';
import type { SeatAtTable } from '../../../api/seats.ts';

/** Who speaks when a team is called up: its first, or who sits next to the one of it that speaks. Null: nobody sits there. */
export function nextSpeaker(seats: readonly SeatAtTable[], speaking: number | null, team: Team): number | null {
  const people = seats.filter((seat) => seat.team === team);
  const now = people.findIndex(({ id }) => id === speaking);
  return people[(now + 1) % Math.max(1, people.length)]?.id ?? null;
}

interface Pressed extends Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'> {}

/** The team that Alt with its first letter calls up; null: another key. Alt may make another sign of the key, which then counts by its place. */
export function teamOfKey({ key, code, altKey, ctrlKey, metaKey, shiftKey }: Pressed): Team | null {
  if (!altKey || ctrlKey || metaKey || shiftKey) return null;
  const letter = /^[a-z]$/iu.test(key) ? key.toLowerCase() : code.replace(/^Key/u, '').toLowerCase();
  return letter === 'm' ? 'marketing' : letter === 's' ? 'sales' : null;
}
