/** What has changed since lists were last given out. */
import { LIST_NAMES, type ListName } from './list-name.ts';
import type { WorkingLists } from './working-lists.ts';

/** A list as it was given out. */
export interface GivenList {
  readonly list: ListName;
  readonly atMs: number;
  /** Ids, in their order then. */
  readonly leads: readonly string[];
}

/** `new`: was on no list that was given out; `moved`: was on another, of several the one given out last. */
export type ListChange = { readonly kind: 'new' } | { readonly kind: 'moved'; readonly from: ListName };

export interface GoneLead {
  readonly lead: string;
  /** The list that it is on now; null: on none, or no lead of the history any more. */
  readonly to: ListName | null;
}

export interface SinceLast {
  readonly atMs: number;
  /** By index of the lead in the history; leads that were on the list already are not in it. */
  readonly changes: ReadonlyMap<number, ListChange>;
  /** In their order then. */
  readonly gone: readonly GoneLead[];
}

/** Null: the list was never given out. `ids`: of the history's leads. */
export function sinceLast(
  list: ListName,
  { leads, listOf }: WorkingLists,
  given: readonly GivenList[],
  ids: readonly string[],
): SinceLast | null {
  const last = given.find((one) => one.list === list);
  if (last === undefined) return null;
  const before = new Set(last.leads);
  // Of several lists that a lead was on the one given out last stands.
  const others = new Map(
    given
      .filter((one) => one !== last)
      .sort((left, right) => left.atMs - right.atMs)
      .flatMap((one) => one.leads.map((id) => [id, one.list])),
  );
  const changes = new Map<number, ListChange>();
  for (const lead of leads[list]) {
    const id = ids[lead] ?? '';
    if (before.has(id)) continue;
    const from = others.get(id);
    changes.set(lead, from === undefined ? { kind: 'new' } : { kind: 'moved', from });
  }
  const now = new Map<string, number>();
  for (let lead = 0; lead < listOf.length; lead += 1) if (before.has(ids[lead] ?? '')) now.set(ids[lead] ?? '', lead);
  const gone = last.leads.flatMap((id): GoneLead[] => {
    const to = LIST_NAMES[listOf[now.get(id) ?? -1] ?? -1] ?? null;
    return to === list ? [] : [{ lead: id, to }];
  });
  return { atMs: last.atMs, changes, gone };
}
