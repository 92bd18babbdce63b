/**
 * The contract between any screen and the app: method names, input schemas and outputs. Both transports (IPC and
 * loopback HTTP) carry exactly this; one contract suite runs over both. Adding a call: one line here, one handler, one test.
 */
import * as z from 'zod/mini';
import { AGREEMENT_INPUTS, type AgreementOutputs } from './agreement.ts';
import { COMPARE_COURSE_INPUTS, type CompareCourseOutputs } from './compare-course.ts';
import { COMPARE_LINE_INPUTS, type CompareLineOutputs } from './compare-line.ts';
import { COMPARE_PAIR_INPUTS, type ComparePairOutputs } from './compare-pair.ts';
import { COMPARE_SCENARIOS_INPUTS, type CompareScenariosOutputs } from './compare-scenarios.ts';
import { COMPARE_WHERE_INPUTS, type CompareWhereOutputs } from './compare-where.ts';
import type { Column, ColumnKind, Outcome, RuleSet, StageName } from './core-types.ts';
import { COSTS_INPUTS, type CostsOutputs } from './costs.ts';
import type { Frame, SwapName } from './frame.ts';
import { GRADE_GRID_INPUTS, type GradeGridOutputs } from './grade-grid.ts';
import type { ChangedRow, ImportReport, ImportTrial, RejectedRow, SourceInspection } from './import.ts';
import { importFiles } from './import-inputs.ts';
import type { LeadDetail } from './leads.ts';
import { LISTS_INPUTS, type ListsOutputs } from './lists.ts';
import type { Page, SwapRow } from './page.ts';
import { PANEL_INPUTS, type PanelOutputs } from './panel.ts';
import { PROFILE_INPUTS, type ProfileOutputs } from './profile.ts';
import { PROMISES_INPUTS, type PromisesOutputs } from './promises.ts';
import type { HistoryQuality } from './quality.ts';
import { replayOptions, ruleSetDocument } from './replay-question.ts';
import { REVIEW_INPUTS, type ReviewOutputs } from './review.ts';
import { RULE_EFFECTS_INPUTS, type RuleEffectsOutputs } from './rule-effects.ts';
import { RULE_SETS_INPUTS, type RuleSetsOutputs } from './rule-sets.ts';
import { SCENARIO_INPUTS, type ScenarioOutputs } from './scenario.ts';
import { SEATS_INPUTS, type SeatsOutputs } from './seats.ts';
import { SENSITIVITY_INPUTS, type SensitivityOutputs } from './sensitivity.ts';
import { SUGGEST_INPUTS, type SuggestOutputs } from './suggest.ts';
import { TEMPLATES_INPUTS, type TemplatesOutputs } from './templates.ts';
import { TIMELINE_INPUTS, type TimelineOutputs } from './timeline.ts';

export type { Page, SwapRow } from './page.ts';
export type { ScenarioState } from './scenario.ts';

const text = z.string().check(z.maxLength(1_000));
const token = z.string().check(z.minLength(1), z.maxLength(200));
const count = z.int().check(z.nonnegative());
const jobId = z.string().check(z.minLength(1), z.maxLength(80));
const page = { offset: count, limit: z.int().check(z.nonnegative(), z.maximum(500)) };
const nothing = z.strictObject({});

export const INPUTS = {
  /** What is open, and what can be opened. */
  'workshop.state': nothing,
  'workshop.create': z.strictObject({ token }),
  'workshop.open': z.strictObject({ token }),
  'workshop.close': nothing,
  /** A new workshop filled with the seeded demo history. Long: reports progress, can be cancelled. */
  'workshop.createDemo': z.strictObject({
    token,
    leads: z.int().check(z.minimum(100), z.maximum(1_000_000)),
    seed: count,
    jobId,
  }),
  /** Says of an attribute that no rule should read it, or that rules may again. Rules that do are warned of, not changed. */
  'workshop.keepOut': z.strictObject({
    attribute: z.string().check(z.minLength(1), z.maxLength(1_000)),
    isKeptOut: z.boolean(),
  }),

  /** What the history holds. */
  'history.summary': nothing,
  /** Distinct values of a column with how many rows hold each, most frequent first. */
  'history.values': z.strictObject({
    table: z.enum(['leads', 'activities']),
    column: text,
    limit: z.int().check(z.positive(), z.maximum(200)),
  }),
  /** What is wrong with the history, most weighty first. */
  'history.quality': nothing,
  ...PROFILE_INPUTS,
  ...COSTS_INPUTS,
  ...SUGGEST_INPUTS,
  ...TEMPLATES_INPUTS,
  /** Reads the head of the chosen files; changes nothing. */
  'import.inspect': z.strictObject({ files: importFiles }),
  /** What an import would do, of large files by their first rows; changes nothing. */
  'import.try': z.strictObject({ files: importFiles, jobId }),
  /** One transaction: all or nothing. Long. Mappings are absent for a data folder. */
  'import.run': z.strictObject({ files: importFiles, onChanged: z.enum(['keep', 'take']), jobId }),
  'import.rejected': z.strictObject({ importId: count, ...page }),
  /** Rejected rows of one file as CSV with their cells, to be mended and imported again; piece by piece: `offset` is 0, then each `nextOffset`. */
  'import.rejectedCsv': z.strictObject({ importId: count, file: text, offset: count }),
  /** Rows that the workshop held otherwise. */
  'import.changed': z.strictObject({ importId: count, ...page }),
  'job.cancel': z.strictObject({ jobId }),

  ...SCENARIO_INPUTS,
  ...RULE_SETS_INPUTS,
  /** Checks a rule set without storing it. */
  'ruleSet.check': z.strictObject({ document: ruleSetDocument }),
  /** Reads a rule-set file chosen by the user. */
  'ruleSet.read': z.strictObject({ token }),

  /** One frame of the what-if; of several waiting for the same key only the newest is computed, the others answer `superseded`. */
  'replay.frame': z.strictObject({ ruleSet: ruleSetDocument, level: text, options: replayOptions, key: text }),
  /** Leads gained, lost or kept by the scenario against the baseline. */
  'replay.swap': z.strictObject({
    ruleSet: ruleSetDocument,
    level: text,
    options: replayOptions,
    list: z.enum(['gained', 'lost', 'kept']),
    ...page,
  }),
  ...RULE_EFFECTS_INPUTS,
  ...GRADE_GRID_INPUTS,
  ...COMPARE_COURSE_INPUTS,
  ...COMPARE_LINE_INPUTS,
  ...COMPARE_PAIR_INPUTS,
  ...COMPARE_SCENARIOS_INPUTS,
  ...SENSITIVITY_INPUTS,
  ...SEATS_INPUTS,
  ...PANEL_INPUTS,
  ...TIMELINE_INPUTS,
  ...COMPARE_WHERE_INPUTS,
  ...PROMISES_INPUTS,
  ...LISTS_INPUTS,
  ...REVIEW_INPUTS,
  ...AGREEMENT_INPUTS,

  'leads.list': z.strictObject({
    search: text,
    sort: z.enum(['score', 'id', 'created', 'reached', 'outcome']),
    descending: z.boolean(),
    level: text,
    ...page,
  }),
  'leads.one': z.strictObject({ id: text }),
  /** Erases a lead with all its traces. Cannot be undone. Long: reports progress, can be cancelled. */
  'leads.erase': z.strictObject({ id: text, jobId }),
} as const satisfies Record<string, z.ZodMiniType>;

export type Method = keyof typeof INPUTS;
export type Input<M extends Method> = z.input<(typeof INPUTS)[M]>;

export interface Outputs
  extends AgreementOutputs,
    CompareCourseOutputs,
    CompareLineOutputs,
    ComparePairOutputs,
    CompareScenariosOutputs,
    CompareWhereOutputs,
    CostsOutputs,
    GradeGridOutputs,
    ListsOutputs,
    PanelOutputs,
    ProfileOutputs,
    PromisesOutputs,
    ReviewOutputs,
    RuleEffectsOutputs,
    RuleSetsOutputs,
    SeatsOutputs,
    SensitivityOutputs,
    ScenarioOutputs,
    SuggestOutputs,
    TemplatesOutputs,
    TimelineOutputs {
  readonly 'workshop.state': WorkshopState;
  readonly 'workshop.create': WorkshopState;
  readonly 'workshop.open': WorkshopState;
  readonly 'workshop.close': WorkshopState;
  readonly 'workshop.createDemo': WorkshopState;
  readonly 'workshop.keepOut': WorkshopState;
  readonly 'history.summary': HistorySummary;
  readonly 'history.values': readonly ValueCount[];
  readonly 'history.quality': HistoryQuality;
  readonly 'import.inspect': SourceInspection;
  readonly 'import.try': ImportTrial;
  readonly 'import.run': ImportReport;
  readonly 'import.rejected': Page<RejectedRow>;
  /** `nextOffset` null: that was the last piece. */
  readonly 'import.rejectedCsv': { readonly csv: string; readonly rows: number; readonly nextOffset: number | null };
  readonly 'import.changed': Page<ChangedRow>;
  readonly 'job.cancel': { readonly cancelled: boolean };
  readonly 'ruleSet.check': RuleSetCheck;
  readonly 'ruleSet.read': RuleSetCheck;
  readonly 'replay.frame': FramePair;
  readonly 'replay.swap': Page<SwapRow>;
  readonly 'leads.list': Page<LeadRow>;
  readonly 'leads.one': LeadDetail;
  /** Leads that are left. */
  readonly 'leads.erase': { readonly leads: number };
}

export interface WorkshopState {
  readonly open: WorkshopSummary | null;
  /** Files that were open before, newest first; `token` opens one. */
  readonly recent: readonly { readonly token: string; readonly name: string }[];
}

export interface WorkshopSummary {
  readonly name: string;
  readonly readOnly: boolean;
  readonly timeZone: string;
  readonly capacityPerWeek: number | null;
  /** How long sales has before a lead without a result counts; null: REPLAY.md's default. */
  readonly maturityDays: number | null;
  /** Attributes that no rule should read. */
  readonly keptOut: readonly string[];
  readonly leads: number;
  readonly activities: number;
  readonly stages: number;
}

export interface HistorySummary {
  readonly leads: number;
  readonly activities: number;
  readonly stages: number;
  readonly earliestMs: number | null;
  readonly latestMs: number | null;
  readonly attributes: readonly ColumnSummary[];
  readonly properties: readonly ColumnSummary[];
  readonly activityTypes: readonly ValueCount[];
  readonly stageCounts: readonly { readonly stage: StageName; readonly rows: number; readonly leads: number }[];
  readonly outcomes: readonly { readonly outcome: Outcome; readonly leads: number }[];
  readonly imports: readonly ImportReport[];
}

export interface ColumnSummary {
  readonly name: Column['name'];
  readonly kind: ColumnKind;
  readonly missing: number;
  readonly distinct: number;
}

export interface ValueCount {
  readonly value: string;
  readonly rows: number;
}

export type RuleSetCheck =
  | { readonly valid: true; readonly ruleSet: RuleSet; readonly warnings: readonly string[] }
  | { readonly valid: false; readonly faults: readonly RuleSetFault[] };

/** `path` as in `rules[2].bands[0].to`; `message` says what is wrong and the way out. */
export interface RuleSetFault {
  readonly path: string;
  readonly message: string;
}

export interface FramePair {
  readonly scenario: Frame;
  readonly baseline: Frame;
  readonly swap: Readonly<Record<SwapName, SwapSummary>>;
  readonly computedInMs: number;
}

export interface SwapSummary {
  readonly leads: number;
  readonly observed: number;
  readonly converted: number;
  readonly immature: number;
  readonly unobserved: number;
  readonly rate: number | null;
  readonly interval: readonly [number, number] | null;
}

export interface LeadRow {
  readonly lead: string;
  readonly name: string;
  readonly createdAtMs: number;
  readonly score: number;
  readonly outcome: Outcome;
  readonly reachedAtMs: number | null;
}
