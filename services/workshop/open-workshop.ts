/** The one workshop that the app has open, and what every use case asks of it. */
import type { AppEvent } from '../../api/bridge.ts';
import type { Failure, Reply } from '../../api/reply.ts';
import type { Result } from '../../core/result.ts';
import type { Workshop, WorkshopFault, WritableWorkshop } from '../../db/open-workshop.ts';
import { inTransaction } from '../../db/transaction.ts';
import { refuse, reply } from '../failure.ts';

export interface OpenWorkshop {
  /** Null when none is open. */
  readonly current: () => Workshop | null;
  readonly replace: (next: Workshop | null) => void;
  readonly readable: () => Reply<Workshop>;
  readonly writable: () => Reply<WritableWorkshop>;
  /** Counts what `store` has stored, whatever workshop was open. */
  readonly revision: () => number;
  /** Runs `work` in one transaction and tells everybody what has changed; a full disk and the like become failures. */
  readonly store: <T>(what: Changed, work: (workshop: WritableWorkshop) => T) => Reply<T>;
}

export type Changed = Extract<AppEvent, { readonly kind: 'changed' }>['what'];

export function createOpenWorkshop(emit: (event: AppEvent) => void): OpenWorkshop {
  let current: Workshop | null = null;
  let revision = 0;
  const readable = (): Reply<Workshop> =>
    current === null ? refuse('noWorkshop', 'Open a workshop first, or make a new one.') : reply(current);
  const writable = (): Reply<WritableWorkshop> => {
    const open = readable();
    if (!open.ok) return open;
    if (open.value.access === 'write') return reply(open.value);
    return refuse('readOnly', 'This workshop is open for reading only. Nothing was changed. Open a copy to change it.');
  };
  return {
    current: () => current,
    replace: (next) => {
      current = next;
    },
    readable,
    writable,
    revision: () => revision,
    store: (what, work) => {
      const open = writable();
      if (!open.ok) return open;
      const stored = replyOf(inTransaction(open.value, () => work(open.value)));
      if (stored.ok) {
        revision += 1;
        emit(what === 'scenario' ? { kind: 'changed', what, revision } : { kind: 'changed', what });
      }
      return stored;
    },
  };
}

/** A fault of the file as a failure of the contract: the kinds have the same names. */
const failureOf = (fault: WorkshopFault): Failure => ({ kind: fault.kind, detail: fault.detail });

export const replyOf = <T>(result: Result<T, WorkshopFault>): Reply<T> =>
  result.ok ? result : { ok: false, error: failureOf(result.error) };
