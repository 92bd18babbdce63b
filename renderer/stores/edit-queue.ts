/**
 * Edits on their way to the workshop: one at a time, in their order. The steps of one run, as of a lever that is dragged, are
 * held until it rests, and of those only the last is stored: storing takes the machine that the frame of the next step needs.
 */
export interface EditQueue<E extends QueuedEdit> {
  readonly put: (edit: E) => void;
  /** What is held is sent now: for whatever else is asked of the app, which has to find it. */
  readonly send: () => void;
  /** Once what was sent is stored. */
  readonly stored: () => Promise<void>;
  /** Once everything is stored, what is held now and what comes meanwhile as well. */
  readonly settled: () => Promise<void>;
  /** Something is not stored yet, held or on its way. */
  readonly isBehind: () => boolean;
  /** Nothing that waits is stored any more. */
  readonly forget: () => void;
}

export interface QueuedEdit {
  /** Edits with the same key in a row are one run. */
  readonly coalesce?: string;
}

export interface EditQueueParts<E extends QueuedEdit> {
  /** Stores it and takes in the answer; false when it was refused: those behind it were built on it, and go with it. */
  readonly store: (edit: E, isLast: () => boolean) => Promise<boolean>;
  /** Runs it in so many milliseconds; what it returns calls it off. */
  readonly later: (run: () => void, waitMs: number) => () => void;
  /** Runs it as soon as no frame is waited for: storing beside one takes as long again. */
  readonly betweenFrames: (run: () => void) => void;
}

/** A lever that has not moved for so long rests. */
const REST_MS = 150;
/** A run that goes on is stored this often, with the next frame that has come: no more of it is lost with the window. */
const MOST_HELD_MS = 1000;

export function createEditQueue<E extends QueuedEdit>({
  store,
  later,
  betweenFrames,
}: EditQueueParts<E>): EditQueue<E> {
  let waiting: readonly E[] = [];
  /** So many of those that wait, from the first on, are held no longer. */
  let due = 0;
  let storing: Promise<void> | null = null;
  let callOffRest = () => {};
  let callOffMost: (() => void) | null = null;

  const storeNext = async (): Promise<void> => {
    const [edit, ...rest] = waiting;
    if (edit === undefined || due === 0) return;
    waiting = rest;
    due -= 1;
    if (!(await store(edit, () => waiting.length === 0))) drop();
    return storeNext();
  };
  const drop = () => {
    letGo();
    waiting = [];
    due = 0;
  };
  const letGo = () => {
    callOffRest();
    callOffMost?.();
    callOffMost = null;
  };
  const send = () => {
    letGo();
    due = waiting.length;
    if (due === 0) return;
    storing ??= storeNext().finally(() => {
      storing = null;
      if (due > 0) send();
    });
  };
  const stored = async (): Promise<void> => {
    if (storing === null) return;
    await storing;
    return stored();
  };
  const settled = async (): Promise<void> => {
    send();
    if (storing === null) return;
    await storing;
    return settled();
  };
  return {
    put: (edit) => {
      const last = waiting.at(-1);
      const isSameRun = edit.coalesce !== undefined && last?.coalesce === edit.coalesce;
      waiting = isSameRun ? [...waiting.slice(0, -1), edit] : [...waiting, edit];
      if (edit.coalesce === undefined || waiting.length > 1) return send();
      callOffRest();
      callOffRest = later(send, REST_MS);
      callOffMost ??= later(() => betweenFrames(send), MOST_HELD_MS);
    },
    send,
    stored,
    settled,
    isBehind: () => waiting.length > 0 || storing !== null,
    forget: drop,
  };
}
