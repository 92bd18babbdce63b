/** Tells stages that are there already, so that importing a longer export again adds only what is new. */
import type { OnChanged } from '../../../api/import.ts';
import { readNumber } from '../../../core/history/cell.ts';
import { type Column, type History, MISSING } from '../../../core/history/history.ts';
import { STAGE_NAMES } from '../../../core/rule-set/rule-set.ts';
import { foldText } from '../../../core/text.ts';
import { readInstant } from '../../../core/time/instant.ts';

export interface GivenStage {
  readonly at: string;
  readonly stage: string;
  readonly amount: string;
  readonly reason: string;
}

export type StageMatch =
  | { readonly kind: 'new' }
  | { readonly kind: 'known' }
  /** `row`: of the workshop's stages; the first column that differs. */
  | {
      readonly kind: 'changed';
      readonly row: number;
      readonly column: string;
      readonly held: string;
      readonly given: string;
    };

export interface KnownStages {
  /**
   * Each stage that is there stands for one given stage of a file: of three equal ones, two known, the third is new. A stage
   * of the same lead, name and instant with another amount or reason is changed. `isOnly`: the row of the file tells all
   * there is of this stage of its lead, so that another instant is a change too where the workshop holds just one, and that
   * the same row once more tells nothing new. `settle` hears it at once, or when the file ends: of two stages of one
   * instant, the one that a later row repeats is not the one that was changed.
   */
  readonly take: (lead: string, given: GivenStage, isOnly: boolean, settle: (match: StageMatch) => void) => void;
  /** A stage was added, which a later file may repeat. */
  readonly remember: (lead: string, given: GivenStage) => void;
  /** Settles what is open; the next file may repeat all that is there by then. */
  readonly endFile: () => void;
}

interface KnownStage {
  /** Of the workshop's stages; null: added by this import. */
  readonly row: number | null;
  readonly atMs: number;
  readonly amount: number;
  readonly reason: string;
}

interface KnownEntry {
  stage: KnownStage;
  /** The last file of which a stage was found to be this one, or by which it was added. */
  file: number;
}

interface OpenStage {
  readonly entries: readonly KnownEntry[];
  readonly given: KnownStage;
  readonly at: string;
  readonly isOnly: boolean;
  readonly settle: (match: StageMatch) => void;
}

const names: readonly string[] = STAGE_NAMES;
const NEW: StageMatch = { kind: 'new' };
const KNOWN: StageMatch = { kind: 'known' };

/** Cells of given stages are read in `timeZone`. */
export function createKnownStages(history: History | undefined, timeZone: string, onChanged: OnChanged): KnownStages {
  const entriesByKey = history === undefined ? new Map<string, KnownEntry[]>() : entriesOf(history);
  let open: OpenStage[] = [];
  let file = 1;
  const read = ({ at, amount, reason }: GivenStage): KnownStage | null => {
    const atMs = readInstant(at.trim(), timeZone);
    const value = amount.trim() === '' ? Number.NaN : readNumber(amount.trim());
    return atMs === null || value === null ? null : { row: null, atMs, amount: value, reason: reason.trim() };
  };
  const changedOf = ({ entries, given, isOnly }: OpenStage): KnownEntry | undefined => {
    const left = entries.filter((entry) => entry.file !== file && entry.stage.row !== null);
    return left.find(({ stage }) => stage.atMs === given.atMs) ?? (isOnly && left.length === 1 ? left[0] : undefined);
  };
  const settleOpen = (one: OpenStage): void => {
    const entry = changedOf(one);
    const row = entry?.stage.row ?? null;
    if (entry === undefined || row === null) {
      one.settle(NEW);
    } else {
      const change = differenceOf(entry.stage, one);
      entry.file = file;
      if (onChanged === 'take') entry.stage = { ...one.given, row };
      one.settle({ kind: 'changed', row, ...change });
    }
  };
  return {
    take: (lead, given, isOnly, settle) => {
      const entries = entriesByKey.get(keyOf(lead, given.stage));
      const stage = read(given);
      // What cannot be read is a fault, which adding it will tell.
      if (entries === undefined || stage === null) return settle(NEW);
      const same = entries.filter((entry) => isSame(entry.stage, stage));
      const free = same.find((entry) => entry.file !== file);
      if (free !== undefined) free.file = file;
      if (free !== undefined || (isOnly && same.length > 0)) return settle(KNOWN);
      const one = { entries, given: stage, at: given.at.trim(), isOnly, settle };
      if (changedOf(one) === undefined) settle(NEW);
      else open.push(one);
    },
    remember: (lead, given) => {
      const stage = read(given);
      if (stage === null) return;
      const key = keyOf(lead, given.stage);
      const entries = entriesByKey.get(key);
      if (entries === undefined) entriesByKey.set(key, [{ stage, file }]);
      else entries.push({ stage, file });
    },
    endFile: () => {
      for (const one of open) settleOpen(one);
      open = [];
      file += 1;
    },
  };
}

const isSame = (one: KnownStage, other: KnownStage): boolean =>
  one.atMs === other.atMs && Object.is(one.amount, other.amount) && one.reason === other.reason;

function differenceOf(held: KnownStage, { given, at }: OpenStage) {
  if (held.atMs !== given.atMs) return { column: 'at', held: new Date(held.atMs).toISOString(), given: at };
  return Object.is(held.amount, given.amount)
    ? { column: 'reason', held: held.reason, given: given.reason }
    : { column: 'amount', held: amountText(held.amount), given: amountText(given.amount) };
}

const keyOf = (lead: string, stage: string): string => `${names.indexOf(foldText(stage))} ${lead}`;

function entriesOf({ leads, stages }: History): Map<string, KnownEntry[]> {
  const entriesByKey = new Map<string, KnownEntry[]>();
  for (const [lead, id] of leads.ids.entries()) {
    for (let row = stages.offsets[lead] ?? 0; row < (stages.offsets[lead + 1] ?? 0); row += 1) {
      const stage = {
        row,
        atMs: stages.atMs[row] ?? 0,
        amount: stages.amount[row] ?? Number.NaN,
        reason: cellOf(stages.reason, row),
      };
      const key = `${stages.stage[row] ?? 0} ${id}`;
      const entries = entriesByKey.get(key);
      if (entries === undefined) entriesByKey.set(key, [{ stage, file: 0 }]);
      else entries.push({ stage, file: 0 });
    }
  }
  return entriesByKey;
}

const cellOf = (column: Column, row: number): string => {
  const code = column.codes[row] ?? MISSING;
  return code === MISSING ? '' : (column.cells[code] ?? '');
};

const amountText = (amount: number): string => (Number.isNaN(amount) ? '' : String(amount));
