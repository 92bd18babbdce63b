/** Who sits at the table and who speaks. A name that something was signed, judged or noted with stays as it is. */

import type { Reply } from '../../api/reply.ts';
import type { SeatList } from '../../api/seats.ts';
import { foldText } from '../../core/text.ts';
import type { ReadableWorkshop, WritableWorkshop } from '../../db/open-workshop.ts';
import { logStep } from '../../db/queries/log.ts';
import {
  addSeat,
  listSeats,
  readSpeakingSeat,
  removeSeat,
  renameSeat,
  type StoredSeat,
  writeSpeakingSeat,
} from '../../db/queries/seats.ts';
import type { Handler } from '../dispatch.ts';
import { refuse, reply } from '../failure.ts';
import type { OpenWorkshop } from '../workshop/open-workshop.ts';

type SeatsMethod = 'seats.list' | 'seats.add' | 'seats.rename' | 'seats.remove' | 'seats.speak';

export function createSeatsHandlers({ open, now }: { readonly open: OpenWorkshop; readonly now: () => number }): {
  readonly [M in SeatsMethod]: Handler<M>;
} {
  const list = (): Reply<SeatList> => {
    const workshop = open.readable();
    return workshop.ok ? reply(seatListOf(workshop.value)) : workshop;
  };
  const seated = (): Reply<readonly StoredSeat[]> => {
    const workshop = open.writable();
    return workshop.ok ? reply(listSeats(workshop.value)) : workshop;
  };
  const change = (work: (workshop: WritableWorkshop) => unknown): Reply<SeatList> => {
    const stored = open.store('seats', work);
    return stored.ok ? list() : stored;
  };
  return {
    'seats.list': async () => list(),
    'seats.add': async ({ team, person }) => {
      const seats = seated();
      if (!seats.ok) return seats;
      const fault = nameFault(seats.value, team, person);
      if (fault !== null) return fault;
      const name = person.trim();
      return change((workshop) => {
        addSeat(workshop, { team, person: name });
        logStep(workshop, { atMs: now(), kind: 'seat.added', detail: { team, person: name } });
      });
    },
    'seats.rename': async ({ seatId, person }) => {
      const seat = changeable(seated(), seatId);
      if (!seat.ok) return seat;
      const { team, person: before } = seat.value.seat;
      const others = seat.value.seats.filter(({ id }) => id !== seatId);
      const fault = nameFault(others, team, person);
      if (fault !== null) return fault;
      const name = person.trim();
      if (name === before) return list();
      return change((workshop) => {
        renameSeat(workshop, seatId, name);
        logStep(workshop, { atMs: now(), kind: 'seat.renamed', detail: { team, person: name, before } });
      });
    },
    'seats.remove': async ({ seatId }) => {
      const seat = changeable(seated(), seatId);
      if (!seat.ok) return seat;
      const { team, person } = seat.value.seat;
      return change((workshop) => {
        removeSeat(workshop, seatId);
        logStep(workshop, { atMs: now(), kind: 'seat.removed', detail: { team, person } });
      });
    },
    'seats.speak': async ({ seatId }) => {
      const seats = seated();
      if (!seats.ok) return seats;
      if (seatId !== null && !seats.value.some(({ id }) => id === seatId)) return noSuchSeat();
      return change((workshop) => writeSpeakingSeat(workshop, seatId));
    },
  };
}

const seatListOf = (workshop: ReadableWorkshop): SeatList => ({
  seats: listSeats(workshop),
  speaking: readSpeakingSeat(workshop),
});

const noSuchSeat = () => refuse('notFound', 'Nobody sits there any more.', 'seatId');

/** The seat, with all that there are. */
function changeable(
  seats: Reply<readonly StoredSeat[]>,
  seatId: number,
): Reply<{ readonly seat: StoredSeat; readonly seats: readonly StoredSeat[] }> {
  if (!seats.ok) return seats;
  const seat = seats.value.find(({ id }) => id === seatId);
  if (seat === undefined) return noSuchSeat();
  if (seat.isUsed) return refuse('seatUsed', seat.person, 'seatId');
  return reply({ seat, seats: seats.value });
}

function nameFault(seats: readonly StoredSeat[], team: string, person: string) {
  const name = foldText(person);
  if (name === '') return refuse('badInput', 'A seat needs a name.', 'person');
  const same = seats.find((seat) => seat.team === team && foldText(seat.person) === name);
  return same === undefined ? null : refuse('seatTaken', same.person, 'person');
}
