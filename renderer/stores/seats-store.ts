import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Team } from '../../api/core-types.ts';
import type { Failure, Reply } from '../../api/reply.ts';
import type { SeatAtTable, SeatList } from '../../api/seats.ts';
import type { Client } from '../client/client.ts';

export interface SeatsState {
  /** Marketing first. */
  readonly seats: readonly SeatAtTable[];
  /** The seat that speaks; null: nobody in particular. */
  readonly speaking: number | null;
  readonly failure: Failure | null;
  readonly load: () => Promise<void>;
  /** True when it was done, as with the others. */
  readonly add: (team: Team, person: string) => Promise<boolean>;
  readonly rename: (seatId: number, person: string) => Promise<boolean>;
  readonly remove: (seatId: number) => Promise<boolean>;
  readonly speak: (seatId: number | null) => Promise<boolean>;
  readonly dismissFailure: () => void;
  readonly forget: () => void;
}

export type SeatsStore = StoreApi<SeatsState>;

export const createSeatsStore = ({ client }: { readonly client: Client }): SeatsStore =>
  createStore<SeatsState>((set) => {
    let era = 0;
    const adopt = async (asked: Promise<Reply<SeatList>>): Promise<boolean> => {
      const begun = era;
      const reply = await asked;
      if (begun !== era) return false;
      if (reply.ok) set({ ...reply.value, failure: null });
      else set({ failure: reply.error });
      return reply.ok;
    };
    return {
      seats: [],
      speaking: null,
      failure: null,
      load: async () => {
        await adopt(client('seats.list', {}));
      },
      add: (team, person) => adopt(client('seats.add', { team, person })),
      rename: (seatId, person) => adopt(client('seats.rename', { seatId, person })),
      remove: (seatId) => adopt(client('seats.remove', { seatId })),
      speak: (seatId) => adopt(client('seats.speak', { seatId })),
      dismissFailure: () => set({ failure: null }),
      forget: () => {
        era += 1;
        set({ seats: [], speaking: null, failure: null });
      },
    };
  });
