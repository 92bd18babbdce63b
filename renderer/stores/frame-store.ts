import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FramePair } from '../../api/contract.ts';
import type { ReplayOptions, RuleSet } from '../../api/core-types.ts';
import type { Failure } from '../../api/reply.ts';
import type { Client } from '../client/client.ts';

export interface FrameRequest {
  readonly ruleSet: RuleSet;
  readonly level: string;
  readonly options: ReplayOptions;
  /** The app knows the baseline; it is here because another baseline makes another frame. */
  readonly baselineId: number;
}

export interface ShownFrame {
  readonly request: FrameRequest;
  readonly pair: FramePair;
  /** Which question of the levers it answers: they are counted from 1. */
  readonly number: number;
}

export interface FrameState {
  /** The newest frame that has arrived, with what was asked for it. */
  readonly shown: ShownFrame | null;
  /** What the levers ask for now; equals `shown.request` once it has arrived. */
  readonly wanted: FrameRequest | null;
  readonly failure: Failure | null;
  readonly request: (request: FrameRequest) => void;
  /** The history changed: the same question has another answer. */
  readonly refresh: () => void;
  /** Another workshop: nothing shown or under way belongs to it. */
  readonly forget: () => void;
}

export type FrameStore = StoreApi<FrameState>;

const KEY = 'what-if';

/**
 * At most one frame is under way; what is asked meanwhile waits as one, the newest. So frames arrive in the order of
 * asking, and none that is older than the one on screen is ever shown. Nothing else is waited for: the screen draws the
 * lever while its frame is computed.
 * `nextPaint` runs its argument before the next paint: of two windows that supersede each other neither asks faster.
 */
export const createFrameStore = ({
  client,
  nextPaint,
}: {
  readonly client: Client;
  readonly nextPaint: (run: () => void) => void;
}): FrameStore =>
  createStore<FrameState>((set, get) => {
    let era = 0;
    let underWay = false;
    let asks = 0;

    const compute = async () => {
      const { wanted, shown } = get();
      if (underWay || wanted === null || wanted === shown?.request) return;
      const asked = era;
      const number = asks;
      underWay = true;
      const { ruleSet, level, options } = wanted;
      const reply = await client('replay.frame', { ruleSet, level, options, key: KEY });
      underWay = false;
      if (asked === era) {
        if (reply.ok) set({ shown: { request: wanted, pair: reply.value, number }, failure: null });
        else if (reply.error.kind !== 'superseded') set({ shown: null, failure: reply.error });
      }
      // Superseded without a newer question of our own: another window asked, so ours is still open.
      const isOpen = !reply.ok && reply.error.kind === 'superseded';
      if (get().wanted !== wanted || asked !== era) void compute();
      else if (isOpen) nextPaint(() => void compute());
    };

    return {
      shown: null,
      wanted: null,
      failure: null,
      request: (request) => {
        if (sameRequest(get().wanted, request)) return;
        asks += 1;
        set({ wanted: request });
        void compute();
      },
      refresh: () => {
        const { wanted } = get();
        if (wanted === null) return;
        era += 1;
        set({ wanted: { ...wanted }, failure: null });
        void compute();
      },
      forget: () => {
        era += 1;
        set({ shown: null, wanted: null, failure: null });
      },
    };
  });

const sameRequest = (one: FrameRequest | null, other: FrameRequest): boolean =>
  one !== null &&
  one.ruleSet === other.ruleSet &&
  one.level === other.level &&
  one.options === other.options &&
  one.baselineId === other.baselineId;
