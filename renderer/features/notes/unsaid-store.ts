import { createStore, type StoreApi } from 'zustand/vanilla';

/** Notes that somebody has begun to write, by what they are on: a menu that is closed over one must not lose it. */
export interface UnsaidState {
  readonly texts: Readonly<Record<string, string>>;
  readonly keep: (about: string, text: string) => void;
  /** Another workshop: none of them is on anything in it. */
  readonly forget: () => void;
}

export type UnsaidStore = StoreApi<UnsaidState>;

export const createUnsaidStore = (): UnsaidStore =>
  createStore<UnsaidState>((set) => ({
    texts: {},
    keep: (about, text) => set(({ texts }) => ({ texts: { ...texts, [about]: text } })),
    forget: () => set({ texts: {} }),
  }));
