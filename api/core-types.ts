/** The domain's types that the contract speaks of, in one place, so that screens see which they are. */
export type { Cost } from '../core/costs/cost.ts';
export type { Column, ColumnKind } from '../core/history/history.ts';
export type { NoteSubject } from '../core/note-subject.ts';
export type { Ledger, LedgerEntry, Look } from '../core/replay/ledger.ts';
export type { LevelMeasures, Outcome, ReplayOptions } from '../core/replay/replay-result.ts';
export type { View } from '../core/replay/view.ts';
export type { Condition, RuleSet, StageName } from '../core/rule-set/rule-set.ts';
export type { Seat, Team } from '../core/seat.ts';
export type { TimelineEntry, TimelineKind } from '../core/timeline/timeline-entry.ts';
export type { NumberDecision } from '../core/values/decide-number-form.ts';
export type { FormDecision } from '../core/values/form-vote.ts';
export type { MissingToken } from '../core/values/missing-tokens.ts';
export type { AnswerForm } from '../core/values/read-answer.ts';
export type { DateForm } from '../core/values/read-date.ts';
export type { NumberForm } from '../core/values/read-number-text.ts';
