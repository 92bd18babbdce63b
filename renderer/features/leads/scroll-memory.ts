/** Where a list stood when it was left; not state, since nothing on screen follows it. */
export interface ScrollMemory {
  readonly top: () => number;
  readonly keep: (top: number) => void;
}

export const createScrollMemory = (): ScrollMemory => {
  let kept = 0;
  return {
    top: () => kept,
    keep: (top) => {
      kept = top;
    },
  };
};
