/** The history as an analysis sees it: who reaches the level, by whose rules, and what became of them. */
import { drawLine, type Line } from '../../core/comparison/line/sweep-line.ts';
import { handedOver, type ReachedLeads, reachedByNobody } from '../../core/comparison/reached-leads.ts';
import type { History } from '../../core/history/history.ts';
import type { LeadNaming } from '../../core/history/naming.ts';
import type { ScoredHistory } from '../../core/lists/stands-at.ts';
import { type CohortCalendar, cohortCalendar } from '../../core/measures/by-time.ts';
import type { Climbs } from '../../core/replay/climbs.ts';
import { deriveFacts } from '../../core/replay/facts.ts';
import type { LeadFacts, LevelReplay, ReplayOptions } from '../../core/replay/replay-result.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';

/** The historical hand-over has no rules. */
export type AnalysedSide = { readonly kind: 'ruleSet'; readonly ruleSet: RuleSet } | { readonly kind: 'handover' };

export interface ScoredLine {
  readonly line: Line;
  /** Where the rule set draws it. */
  readonly threshold: number;
}

/** At one level and one moment, for one cohort. */
export interface AnalysedHistory {
  readonly history: History;
  /** Of the question, with the maturity of the workshop where it says none. */
  readonly options: ReplayOptions;
  readonly facts: LeadFacts;
  readonly calendar: CohortCalendar;
  readonly naming: () => LeadNaming;
  /** At the question's level, or another by its id; nobody where the rule set lacks it. */
  readonly reached: (side: AnalysedSide, level?: string) => ReachedLeads;
  /** Every threshold that the question's level could have; null without a score: the hand-over, a rule set without the level. */
  readonly line: (side: AnalysedSide) => ScoredLine | null;
  /** How every lead came to its highest score at the question's level; null as with `line`. */
  readonly climbs: (side: AnalysedSide) => Climbs | null;
  /** What a rule set gives every lead, with the scores now. */
  readonly scored: (ruleSet: RuleSet) => ScoredHistory;
  readonly clockMs: () => number;
  /** Of work that takes long, in leads or other pieces. */
  readonly report: (done: number, total: number) => void;
}

export interface AnalysisScope {
  readonly level: string;
  readonly options: ReplayOptions;
}

export interface AnalysedHistoryParts {
  readonly history: () => History;
  readonly naming: () => LeadNaming;
  readonly levels: (ruleSet: RuleSet, options: ReplayOptions) => readonly LevelReplay[];
  /** Of the level with this index. */
  readonly climbs: (ruleSet: RuleSet, options: ReplayOptions, level: number) => Climbs;
  readonly scored: (ruleSet: RuleSet, options: ReplayOptions) => ScoredHistory;
  readonly clockMs: () => number;
  readonly report: (done: number, total: number) => void;
}

export interface AnalysedHistories {
  readonly at: (scope: AnalysisScope) => AnalysedHistory;
  /** Lets go of what was derived from the history. */
  readonly forget: () => void;
}

/** As many sides as a meeting compares; two numbers a lead are kept of each. */
const MOST_KEPT = 12;
/** Two sides are looked at; some numbers for every rise of a score are kept of each. */
const MOST_LINES = 2;

export function createAnalysedHistories(parts: AnalysedHistoryParts): AnalysedHistories {
  const reachedByKey = new Map<string, ReachedLeads>();
  let cohort: { readonly key: string; readonly facts: LeadFacts; readonly calendar: CohortCalendar } | undefined;
  const cohortOf = (options: ReplayOptions) => {
    const key = JSON.stringify(options);
    if (cohort?.key === key) return cohort;
    const facts = deriveFacts(parts.history(), options);
    cohort = { key, facts, calendar: cohortCalendar(parts.history(), facts) };
    return cohort;
  };
  const lines = new Map<string, Line>();
  return {
    at: ({ level, options }) => {
      const { facts, calendar } = cohortOf(options);
      const history = parts.history();
      return {
        history,
        options,
        facts,
        calendar,
        naming: parts.naming,
        reached: (side, id = level) => {
          if (side.kind === 'handover') return handedOver(history, facts);
          const { ruleSet } = side;
          const index = ruleSet.levels.findIndex((one) => one.id === id);
          if (index === -1) return reachedByNobody(history.leads.count);
          return kept(reachedByKey, MOST_KEPT, JSON.stringify([ruleSet, options, id]), () => {
            const found = parts.levels(ruleSet, options)[index];
            return found ?? reachedByNobody(history.leads.count);
          });
        },
        line: (side) => {
          if (side.kind === 'handover') return null;
          const { ruleSet } = side;
          const index = ruleSet.levels.findIndex(({ id }) => id === level);
          const found = ruleSet.levels[index];
          if (found === undefined) return null;
          // The threshold of a level moves nothing that its line is drawn from.
          const levels = ruleSet.levels.map((one) => ({ ...one, total: 0 }));
          const key = JSON.stringify([{ ...ruleSet, levels }, options, level]);
          const line = kept(lines, MOST_LINES, key, () =>
            drawLine(facts, calendar, parts.climbs(ruleSet, options, index)),
          );
          return { line, threshold: found.total };
        },
        climbs: (side) => {
          if (side.kind === 'handover') return null;
          const index = side.ruleSet.levels.findIndex(({ id }) => id === level);
          return index === -1 ? null : parts.climbs(side.ruleSet, options, index);
        },
        scored: (ruleSet) => parts.scored(ruleSet, options),
        clockMs: parts.clockMs,
        report: parts.report,
      };
    },
    forget: () => {
      reachedByKey.clear();
      lines.clear();
      cohort = undefined;
    },
  };
}

/** What is known under the key, or is made now; of more than `most` what was asked for longest ago is let go. */
function kept<T>(known: Map<string, T>, most: number, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.delete(key);
  known.set(key, value);
  for (const oldest of known.keys()) {
    if (known.size <= most) break;
    known.delete(oldest);
  }
  return value;
}
