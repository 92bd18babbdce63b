/** Tells stages that the workshop holds already, so that importing a longer export again adds only what is new. */
import { type Column, type History, MISSING } from '../../core/history/history.ts';
import { STAGE_NAMES } from '../../core/rule-set/rule-set.ts';
import { foldText } from '../../core/text.ts';
import { readInstant } from '../../core/time/instant.ts';

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
   * Each row of the workshop stands for one given stage: of three equal ones, two known, the third is new. A stage of the
   * same lead, name and instant with another amount or reason is changed. `isOnly`: the row of the file tells all there
   * is of this stage of its lead, so that another instant is a change too, where the workshop holds just one.
   */
  readonly take: (lead: string, given: GivenStage, isOnly: boolean) => StageMatch;
}

const names: readonly string[] = STAGE_NAMES;
const NEW: StageMatch = { kind: 'new' };
const KNOWN: StageMatch = { kind: 'known' };

export function createKnownStages(history: History | undefined): KnownStages {
  if (history === undefined || history.stages.count === 0) return { take: () => NEW };
  const { stages, timeZone } = history;
  const rowsByKey = rowsByLeadAndStage(history);
  return {
    take: (lead, { at, stage, amount, reason }, isOnly) => {
      const code = names.indexOf(foldText(stage));
      const rows = rowsByKey.get(keyOf(lead, code));
      if (rows === undefined || rows.length === 0) return NEW;
      const atMs = readInstant(at.trim(), timeZone);
      const amountValue = amount.trim() === '' ? Number.NaN : Number(amount);
      const isAt = (row: number) => stages.atMs[row] === atMs;
      const isSame = (row: number) =>
        isAt(row) && Object.is(stages.amount[row], amountValue) && cellOf(stages.reason, row) === reason.trim();
      const use = (row: number) => rows.splice(rows.indexOf(row), 1);
      const same = rows.find(isSame);
      if (same !== undefined) {
        use(same);
        return KNOWN;
      }
      const changed = rows.find(isAt) ?? (isOnly && rows.length === 1 ? rows[0] : undefined);
      if (changed === undefined) return NEW;
      use(changed);
      const held = {
        at: new Date(stages.atMs[changed] ?? 0).toISOString(),
        amount: amountText(stages.amount[changed]),
        reason: cellOf(stages.reason, changed),
      };
      const difference = !isAt(changed)
        ? { column: 'at', held: held.at, given: at.trim() }
        : held.amount === amountText(amountValue)
          ? { column: 'reason', held: held.reason, given: reason.trim() }
          : { column: 'amount', held: held.amount, given: amountText(amountValue) };
      return { kind: 'changed', row: changed, ...difference };
    },
  };
}

const keyOf = (lead: string, stage: number): string => `${stage} ${lead}`;

function rowsByLeadAndStage({ leads, stages }: History): ReadonlyMap<string, number[]> {
  const rowsByKey = new Map<string, number[]>();
  for (const [lead, id] of leads.ids.entries()) {
    for (let row = stages.offsets[lead] ?? 0; row < (stages.offsets[lead + 1] ?? 0); row += 1) {
      const key = keyOf(id, stages.stage[row] ?? 0);
      const rows = rowsByKey.get(key);
      if (rows === undefined) rowsByKey.set(key, [row]);
      else rows.push(row);
    }
  }
  return rowsByKey;
}

const cellOf = (column: Column, row: number): string => {
  const code = column.codes[row] ?? MISSING;
  return code === MISSING ? '' : (column.cells[code] ?? '');
};

const amountText = (amount: number | undefined): string =>
  amount === undefined || Number.isNaN(amount) ? '' : String(amount);
