/** What goes between the app and its replay worker. */
import type { FramePair, LeadRow, Page, SwapRow } from '../../api/contract.ts';
import type { SwapName } from '../../api/frame.ts';
import type { GradeGridAnswer } from '../../api/grade-grid.ts';
import type { LeadDetail } from '../../api/leads.ts';
import type { HistoryQuality } from '../../api/quality.ts';
import type { Reply } from '../../api/reply.ts';
import type { RuleEffects } from '../../api/rule-effects.ts';
import type { Cost } from '../../core/costs/cost.ts';
import type { CostReport } from '../../core/costs/cost-figures.ts';
import type { NamesMet } from '../../core/costs/names-met.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import type { AnalysisAnswer, AskedAnalysis } from '../analysis/analyses.ts';
import type { AskedProfile, ProfileAnswer } from '../history/profile-answer.ts';
import type { JobProgress } from '../jobs/job-messages.ts';
import type { AloneAnswer, AskedAlone, AskedEffects } from './effect-answers.ts';
import type { AskedGrid } from './grid-answers.ts';
import type { LeadQuery } from './lead-list.ts';
import type { Question } from './replay-session.ts';

export type ReplayRequest =
  | { readonly kind: 'frame'; readonly question: Question }
  | {
      readonly kind: 'swap';
      readonly question: Question;
      readonly list: SwapName;
      readonly offset: number;
      readonly limit: number;
    }
  | { readonly kind: 'leads'; readonly ruleSet: RuleSet; readonly query: LeadQuery }
  | { readonly kind: 'lead'; readonly ruleSet: RuleSet; readonly id: string }
  | { readonly kind: 'quality' }
  | { readonly kind: 'effects'; readonly asked: AskedEffects }
  | { readonly kind: 'alone'; readonly asked: AskedAlone }
  | { readonly kind: 'grid'; readonly asked: AskedGrid }
  | { readonly kind: 'analysis'; readonly asked: AskedAnalysis }
  | { readonly kind: 'profile'; readonly asked: AskedProfile }
  | {
      readonly kind: 'costs';
      readonly ruleSet: RuleSet;
      readonly level: string | null;
      readonly by: string | null;
      readonly costs: readonly Cost[];
    }
  | { readonly kind: 'costNames'; readonly by: string | null; readonly names: readonly string[] };

export interface ReplayAnswers {
  readonly frame: FramePair;
  readonly swap: Page<SwapRow>;
  readonly leads: Page<LeadRow>;
  readonly lead: LeadDetail | null;
  readonly quality: HistoryQuality;
  readonly effects: RuleEffects;
  readonly alone: AloneAnswer;
  readonly grid: GradeGridAnswer;
  readonly analysis: AnalysisAnswer;
  readonly profile: ProfileAnswer;
  readonly costs: CostReport;
  readonly costNames: NamesMet;
}

/** The workshop file, the version of its history, how it is replayed: the worker begins anew when one differs from what it holds. */
export interface HistorySource {
  readonly path: string;
  readonly version: number;
  /** How long a lead may take, where a question says nothing of it; null: REPLAY.md's default. */
  readonly maturityDays: number | null;
}

export type ToReplayWorker = ReplayMessage | PrepareMessage | EndMessage;

/** Has no answer: the workshop at this path is about to be opened. */
export interface PrepareMessage {
  readonly prepare: string;
}

/** Has no answer: the worker closes its file and ends by itself, as soon as it gets to it. */
export interface EndMessage {
  readonly end: true;
}

export interface ReplayMessage {
  readonly id: number;
  readonly source: HistorySource;
  readonly request: ReplayRequest;
}

/** What the worker says: how far it is with the oldest question, and answers. */
export type FromReplayWorker = { readonly progress: JobProgress } | ReplayReply;

export interface ReplayReply {
  readonly id: number;
  /** `superseded`: the file holds another history than the one asked about; who asks again, of that one, gets an answer. */
  readonly answer: Reply<ReplayAnswers[keyof ReplayAnswers]>;
}
