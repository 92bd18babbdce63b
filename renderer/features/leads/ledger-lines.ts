/** A ledger as it is read: dimension by dimension, group by group, each line with its value, all adding up to the score. */
import type { Ledger, LedgerEntry, LimitEntry } from '../../../core/replay/ledger.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';

export type LedgerLine =
  | { readonly kind: 'group'; readonly key: string; readonly name: string }
  | { readonly kind: 'award'; readonly key: string; readonly entry: LedgerEntry; readonly value: number }
  | { readonly kind: 'limit'; readonly key: string; readonly limit: LimitEntry };

export interface LedgerBlock {
  readonly id: string;
  readonly name: string;
  readonly lines: readonly LedgerLine[];
  /** What the lines add up to. */
  readonly subtotal: number;
}

export interface LedgerSheet {
  readonly blocks: readonly LedgerBlock[];
  /** The score's own limit, where it changed the sum. */
  readonly limits: readonly LimitEntry[];
  readonly total: number;
}

type Structure = Pick<RuleSet, 'dimensions' | 'groups'>;

export const ledgerSheet = (ledger: Ledger, structure: Structure): LedgerSheet => ({
  blocks: ledger.byDimension.map(({ id, name, value }) => ({
    id,
    name,
    lines: linesOf(ledger, structure, id),
    subtotal: value,
  })),
  limits: ledger.limits.filter((limit) => limit.kind === 'total'),
  total: ledger.total,
});

/** What an award is worth at the moment of reading; nothing once it is cleared or has lapsed. */
export const worthOf = (entry: LedgerEntry): number => (entry.standing ? entry.points * entry.weight : 0);

const linesOf = (ledger: Ledger, { groups }: Structure, dimension: string): readonly LedgerLine[] => {
  const entries = ledger.entries.filter((entry) => entry.dimension === dimension);
  const grouped = groups
    .filter((group) => group.dimension === dimension)
    .flatMap((group): readonly LedgerLine[] => {
      const lines = [
        ...entries.filter((entry) => entry.group === group.id).map(awardLine),
        ...ledger.limits
          .filter((limit) => (limit.kind === 'group' || limit.kind === 'best') && limit.id === group.id)
          .map(limitLine),
      ];
      return lines.length === 0 ? [] : [{ kind: 'group', key: `group ${group.id}`, name: group.name }, ...lines];
    });
  return [
    ...entries.filter((entry) => entry.group === null).map(awardLine),
    ...grouped,
    ...ledger.limits.filter((limit) => limit.kind === 'dimension' && limit.id === dimension).map(limitLine),
  ];
};

const awardLine = (entry: LedgerEntry, index: number): LedgerLine => ({
  kind: 'award',
  key: `${entry.ruleId} ${entry.atMs} ${index}`,
  entry,
  value: worthOf(entry),
});

const limitLine = (limit: LimitEntry): LedgerLine => ({ kind: 'limit', key: `${limit.kind} ${limit.id}`, limit });
