/** The history as an analysis sees it: who reaches the level, by whose rules, and what became of them. */
import { handedOver, type ReachedLeads, reachedByNobody } from '../../core/comparison/reached-leads.ts';
import type { History } from '../../core/history/history.ts';
import type { LeadNaming } from '../../core/history/naming.ts';
import { type CohortCalendar, cohortCalendar } from '../../core/measures/by-time.ts';
import { deriveFacts } from '../../core/replay/facts.ts';
import type { LeadFacts, LevelReplay, ReplayOptions } from '../../core/replay/replay-result.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';

/** The historical hand-over has no rules. */
export type AnalysedSide = { readonly kind: 'ruleSet'; readonly ruleSet: RuleSet } | { readonly kind: 'handover' };

/** At one level and one moment, for one cohort. */
export interface AnalysedHistory {
  readonly history: History;
  readonly facts: LeadFacts;
  readonly calendar: CohortCalendar;
  readonly naming: () => LeadNaming;
  /** At the question's level; nobody where the rule set lacks it. */
  readonly reached: (side: AnalysedSide) => ReachedLeads;
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
  const kept = (key: string, work: () => ReachedLeads): ReachedLeads => {
    const known = reachedByKey.get(key);
    // What was asked for last is let go last.
    if (known !== undefined) reachedByKey.delete(key);
    const reached = known ?? work();
    reachedByKey.set(key, reached);
    for (const oldest of reachedByKey.keys()) {
      if (reachedByKey.size <= MOST_KEPT) break;
      reachedByKey.delete(oldest);
    }
    return reached;
  };
  return {
    at: ({ level, options }) => {
      const { facts, calendar } = cohortOf(options);
      const history = parts.history();
      return {
        history,
        facts,
        calendar,
        naming: parts.naming,
        reached: (side) => {
          if (side.kind === 'handover') return handedOver(history, facts);
          const { ruleSet } = side;
          const index = ruleSet.levels.findIndex(({ id }) => id === level);
          if (index === -1) return reachedByNobody(history.leads.count);
          return kept(JSON.stringify([ruleSet, options, level]), () => {
            const found = parts.levels(ruleSet, options)[index];
            return found ?? reachedByNobody(history.leads.count);
          });
        },
        clockMs: parts.clockMs,
        report: parts.report,
      };
    },
    forget: () => {
      reachedByKey.clear();
      cohort = undefined;
    },
  };
}
