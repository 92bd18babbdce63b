/** The domain's types that the contract speaks of, in one place, so that screens see which they are. */
export type { Column, ColumnKind } from '../core/history/history.ts';
export type { Ledger, LedgerEntry, Look } from '../core/replay/ledger.ts';
export type { LevelMeasures, Outcome, ReplayOptions } from '../core/replay/replay-result.ts';
export type { RuleSet, StageName } from '../core/rule-set/rule-set.ts';
