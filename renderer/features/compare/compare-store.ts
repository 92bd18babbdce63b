import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ComparedSide } from '../../../api/compared.ts';
import { BEGINNING, type WhereChoices } from './where/where-choices.ts';

/** Views below the table of scenarios, in this order; each is a room of this folder. */
export const COMPARE_VIEWS = ['difference', 'where', 'line', 'course', 'sensitivity'] as const;
export type CompareView = (typeof COMPARE_VIEWS)[number];

export interface CompareState {
  readonly view: CompareView;
  /** What is told, and against what; null: the scenario on the table, against the baseline. */
  readonly a: ComparedSide | null;
  readonly b: ComparedSide | null;
  /** What the view of where it differs tells leads apart by. */
  readonly where: WhereChoices;
  readonly show: (view: CompareView) => void;
  readonly chooseA: (side: ComparedSide | null) => void;
  readonly chooseB: (side: ComparedSide | null) => void;
  readonly chooseWhere: (where: WhereChoices) => void;
  readonly forget: () => void;
}

export type CompareStore = StoreApi<CompareState>;

const NOTHING = { view: 'difference', a: null, b: null, where: BEGINNING } as const;

export const createCompareStore = (): CompareStore =>
  createStore<CompareState>((set) => ({
    ...NOTHING,
    show: (view) => set({ view }),
    chooseA: (a) => set({ a }),
    chooseB: (b) => set({ b }),
    chooseWhere: (where) => set({ where }),
    forget: () => set(NOTHING),
  }));
