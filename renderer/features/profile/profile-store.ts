import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HistoryProfile, LevelReference, PairProfile, Profile } from '../../../api/profile.ts';
import type { Failure, Reply } from '../../../api/reply.ts';
import type { Client } from '../../client/client.ts';
import { FIRST_VIEW, type ProfileView } from './model/profile-view.ts';

export type CutPoints = Readonly<Record<string, readonly number[]>>;

/** The row that is open; its place among its group's levels, for when an edit of cut points takes its level away. */
export interface ChosenRow {
  readonly key: string;
  readonly group: string;
  readonly place: number;
}

export interface ProfileState {
  /** The newest that the app has answered; null until it has. */
  readonly profile: Profile | null;
  readonly failure: Failure | null;
  readonly isReading: boolean;
  /** By attribute, in place of the proposed ones. */
  readonly cutPoints: CutPoints;
  readonly view: ProfileView;
  readonly chosen: ChosenRow | null;
  /** Asks for the profile unless it is there or on its way. */
  readonly want: () => void;
  /** The history, or what is kept out, changed: the same question has another answer. */
  readonly refresh: () => void;
  /** Null: the proposed ones. */
  readonly cut: (attribute: string, cutPoints: readonly number[] | null) => void;
  readonly look: (change: Partial<ProfileView>) => void;
  readonly choose: (row: ChosenRow | null) => void;
  readonly pair: (first: LevelReference, second: LevelReference) => Promise<Reply<PairProfile | null>>;
  readonly bestPairs: () => Promise<Reply<readonly PairProfile[]>>;
  readonly forget: () => void;
}

export type ProfileStore = StoreApi<ProfileState>;

/** At most one profile is under way; of what is asked meanwhile only the newest follows, so that a dragged cut never waits in a queue. */
export const createProfileStore = ({ client }: { readonly client: Client }): ProfileStore =>
  createStore<ProfileState>((set, get) => {
    let era = 0;
    let asked = 0;
    let answered = 0;
    let underWay = false;

    const ask = (more: object): Promise<Reply<HistoryProfile>> =>
      client('history.profile', { cutPoints: get().cutPoints, ...more });

    const compute = async (): Promise<void> => {
      if (underWay || asked === answered) return;
      const [begun, turn] = [era, asked];
      underWay = true;
      set({ isReading: true });
      const reply = await ask({});
      underWay = false;
      if (begun === era) {
        answered = turn;
        adopt(reply);
      }
      if (asked === answered) set({ isReading: false });
      return compute();
    };
    const adopt = (reply: Reply<HistoryProfile>): void => {
      if (reply.ok) set({ profile: reply.value.profile, failure: null });
      else if (reply.error.path === 'cutPoints' && Object.keys(get().cutPoints).length > 0) {
        // Another history has no such bands: the proposed ones are right again.
        set({ cutPoints: {} });
        asked += 1;
      } else set({ failure: reply.error });
    };
    const again = (): void => {
      asked += 1;
      void compute();
    };

    return {
      profile: null,
      failure: null,
      isReading: false,
      cutPoints: {},
      view: FIRST_VIEW,
      chosen: null,
      want: () => {
        if (get().profile === null && asked === answered) again();
      },
      refresh: () => {
        if (get().profile !== null || get().failure !== null || underWay) again();
      },
      cut: (attribute, cutPoints) => {
        const { [attribute]: _before, ...others } = get().cutPoints;
        set({ cutPoints: cutPoints === null ? others : { ...others, [attribute]: cutPoints } });
        again();
      },
      look: (change) => set({ view: { ...get().view, ...change } }),
      choose: (chosen) => set({ chosen }),
      pair: async (first, second) => {
        const reply = await ask({ pair: { first, second } });
        return reply.ok ? { ok: true, value: reply.value.pair } : reply;
      },
      bestPairs: async () => {
        const reply = await ask({ bestPairs: true });
        return reply.ok ? { ok: true, value: reply.value.bestPairs } : reply;
      },
      forget: () => {
        era += 1;
        answered = asked;
        set({ profile: null, failure: null, cutPoints: {}, view: FIRST_VIEW, chosen: null });
      },
    };
  });
