import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ReplayOptions, RuleSet } from '../../../../api/core-types.ts';
import type { CutOffs, GradeGridAnswer } from '../../../../api/grade-grid.ts';
import type { Failure } from '../../../../api/reply.ts';
import type { Client } from '../../../client/client.ts';

export interface GridRequest {
  readonly ruleSet: RuleSet;
  readonly options: ReplayOptions;
  /** Ids, that of the rows first; one alone makes one row. */
  readonly dimensions: readonly string[];
  /** For each of them; null: proposed by the app. */
  readonly cutOffs: readonly (CutOffs | null)[];
}

export interface ShownGrid {
  readonly request: GridRequest;
  readonly grid: GradeGridAnswer;
}

export interface GridState {
  /** Whether the grid stands in the list's place. */
  readonly isOpen: boolean;
  /** It was opened or left just now: the switch, which is drawn anew, keeps the focus. */
  readonly isFresh: boolean;
  /** The dimensions that the user wants as rows and columns; null: the first two. */
  readonly chosen: readonly string[] | null;
  /** By dimension, in place of the proposed ones. */
  readonly cutOffs: Readonly<Record<string, CutOffs>>;
  /** By dimension, as they are being typed and make no grades yet. */
  readonly drafts: Readonly<Record<string, CutOffs>>;
  readonly wanted: GridRequest | null;
  /** The newest that has arrived: it may be of an older rule set than the one on screen. */
  readonly shown: ShownGrid | null;
  readonly failure: Failure | null;
  readonly open: (isOpen: boolean) => void;
  readonly settle: () => void;
  readonly choose: (dimensions: readonly string[]) => void;
  /** Takes cut-offs that make grades; holds others as a draft. */
  readonly cut: (dimension: string, cutOffs: CutOffs) => void;
  /** Goes back to proposed cut-offs, drafts included. */
  readonly propose: () => void;
  readonly request: (request: GridRequest) => void;
  /** The history changed: the same question has another answer. */
  readonly refresh: () => void;
  readonly forget: () => void;
}

export type GridStore = StoreApi<GridState>;

const KEY = 'grid';
const NOTHING = {
  isOpen: false,
  isFresh: false,
  chosen: null,
  cutOffs: {},
  drafts: {},
  wanted: null,
  shown: null,
  failure: null,
} as const;

/** At most one grid is under way; of what is asked meanwhile only the newest follows. `later` as for the effects of rules. */
export const createGridStore = ({
  client,
  later,
}: {
  readonly client: Client;
  readonly later: (run: () => void, waitMs: number) => () => void;
}): GridStore =>
  createStore<GridState>((set, get) => {
    let era = 0;
    let underWay = false;
    const compute = async (): Promise<void> => {
      const { wanted, shown } = get();
      if (underWay || wanted === null || wanted === shown?.request) return;
      const begun = era;
      underWay = true;
      const reply = await client('rules.grid', {
        ruleSet: wanted.ruleSet,
        options: wanted.options,
        dimensions: [...wanted.dimensions],
        cutOffs: wanted.cutOffs.map((one) => (one === null ? null : [...one])),
        key: KEY,
      });
      underWay = false;
      const isNewest = begun === era && get().wanted === wanted;
      if (begun === era && reply.ok) set({ shown: { request: wanted, grid: reply.value }, failure: null });
      else if (isNewest && !reply.ok && reply.error.kind !== 'superseded') set({ failure: reply.error });
      if (!isNewest) void compute();
      // Another window asked under the same key: ours is still open.
      else if (!reply.ok && reply.error.kind === 'superseded') later(() => void compute(), 200);
    };
    return {
      ...NOTHING,
      open: (isOpen) => set({ isOpen, isFresh: true }),
      settle: () => set({ isFresh: false }),
      choose: (chosen) => set({ chosen }),
      cut: (dimension, cutOffs) => {
        const { [dimension]: _before, ...drafts } = get().drafts;
        if (makesGrades(cutOffs)) set({ cutOffs: { ...get().cutOffs, [dimension]: cutOffs }, drafts });
        else set({ drafts: { ...drafts, [dimension]: cutOffs } });
      },
      propose: () => set({ cutOffs: {}, drafts: {} }),
      request: (request) => {
        if (isSame(get().wanted, request)) return;
        set({ wanted: request });
        void compute();
      },
      refresh: () => {
        const { wanted, isOpen } = get();
        era += 1;
        // Asked again when somebody looks at it.
        set({ wanted: wanted === null || !isOpen ? null : { ...wanted }, failure: null });
        void compute();
      },
      forget: () => {
        era += 1;
        set(NOTHING);
      },
    };
  });

/** What the rule-set format takes as points. */
export const isFigure = (value: number): boolean => Math.abs(value) <= 1_000_000 && Number(value.toFixed(2)) === value;

const makesGrades = ([first, second, third]: CutOffs): boolean =>
  first > second && second > third && [first, second, third].every(isFigure);

const isSame = (one: GridRequest | null, other: GridRequest): boolean =>
  one !== null &&
  one.ruleSet === other.ruleSet &&
  one.options === other.options &&
  JSON.stringify([one.dimensions, one.cutOffs]) === JSON.stringify([other.dimensions, other.cutOffs]);
