/** The working lists: the part of the contract that speaks of them. */
import * as z from 'zod/mini';
import type { ListName } from '../core/lists/list-name.ts';
import type { NextLevel } from '../core/lists/next-level.ts';
import type { GoneLead, ListChange } from '../core/lists/since-last.ts';
import type { ListReason } from '../core/lists/why-listed.ts';
import type { LeftOut } from '../core/lists/working-lists.ts';

export type { ListName } from '../core/lists/list-name.ts';
export type { ListChange } from '../core/lists/since-last.ts';
export type { ListReason } from '../core/lists/why-listed.ts';

const list = z.enum(['sales-urgent', 'sales', 'nurture', 'recycle']);
const count = z.int().check(z.nonnegative());

export const LISTS_INPUTS = {
  /**
   * A page of one list, by the version of the agreement in force, or while there is none by the scenario on the table, with
   * today's data. Of several questions that wait for the same key only the newest is answered, the others answer `superseded`.
   */
  'lists.page': z.strictObject({
    list,
    offset: count,
    limit: z.int().check(z.nonnegative(), z.maximum(500)),
    key: z.string().check(z.maxLength(1_000)),
  }),
  /**
   * One list whole, as a task list for a CRM. It is remembered, so that what has changed since can be told. Long: reports
   * progress, can be cancelled.
   */
  'lists.export': z.strictObject({
    list,
    as: z.enum(['csv', 'xlsx']),
    jobId: z.string().check(z.minLength(1), z.maxLength(80)),
  }),
} as const;

export interface ListsOutputs {
  readonly 'lists.page': ListPage;
  readonly 'lists.export': ExportedList;
}

export interface ListPage extends WorkedList {
  /** By what the lists are made. */
  readonly by: ListsBasis;
  readonly computedInMs: number;
}

/** `isSigned` false: nothing is in force, and the scenario on the table stands in. */
export interface ListsBasis {
  readonly isSigned: boolean;
  readonly name: string;
  /** Of the version in force. */
  readonly number: number | null;
  readonly signedAtMs: number | null;
}

export interface WorkedList {
  readonly asOfMs: number;
  /** Leads by list. */
  readonly counts: Readonly<Record<ListName, number>>;
  /** Leads on no list, by why. */
  readonly leftOut: LeftOut;
  /** Of the list asked about; null: it was never given out. */
  readonly since: SinceGiven | null;
  readonly offset: number;
  /** Best first. */
  readonly rows: readonly ListedLead[];
}

export interface SinceGiven {
  readonly atMs: number;
  readonly added: number;
  readonly moved: number;
  readonly gone: number;
  /** Some of them, in their order then. */
  readonly goneLeads: readonly (GoneLead & { readonly name: string })[];
}

export interface ListedLead {
  readonly lead: string;
  readonly name: string;
  /** Whose it is, as the history says; null: it does not. */
  readonly owner: string | null;
  /** Now. */
  readonly score: number;
  /** Where it stands, or stood when it was handed over; null: at no level. */
  readonly level: { readonly id: string; readonly name: string } | null;
  /** The score is below the level again, and the deadline has not passed. */
  readonly isFaded: boolean;
  readonly reachedAtMs: number | null;
  /** When sales has to have followed up, in working hours; null: no such time, or it is not known from when. */
  readonly dueAtMs: number | null;
  readonly lastActivityAtMs: number | null;
  /** In which it is most active. */
  readonly channel: string | null;
  /** What gives it most of its score. */
  readonly reasons: readonly ListReason[];
  /** On nurture only; null too for a lead that stands at every level. */
  readonly next: NextLevel | null;
  /** Since the list was last given out; null: it was on it, or the list was never given out. */
  readonly change: ListChange | null;
}

export interface ExportedList {
  readonly fileName: string;
  readonly mediaType: string;
  /** The file's bytes. */
  readonly base64: string;
  readonly leads: number;
  /** False: the workshop is open for reading only. */
  readonly isRemembered: boolean;
}
