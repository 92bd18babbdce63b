/** The commands that put definitions on trial. */
import type { Command } from './command.ts';

export const SCENARIO_COMMANDS: Readonly<Record<string, Command>> = {
  compare: {
    summary: 'compare two rule sets on one history: which converts better, and whether the data can tell',
    help: `accord compare (--data DIR | --workshop FILE) --rules A.json --rules B.json [--level ID] [options]

Prints one JSON document: the measures of A and B as simulate has them, the difference of their conversion (B less A) with an
interval for leads that both reach, p, the bounds that unknown outcomes leave, and how often unknown leads would have to convert
(as a multiple of known ones that score alike; null where that is nowhere, or more often than always) for A and B to change
places; the SQLs caught; the leads kept, lost and gained
with conversions of their own; and one sentence. null where a figure does not exist.

  --data DIR             leads.csv, activities.csv, stages.csv
  --workshop FILE        a workshop file instead
  --rules FILE           given twice: A, then B
  --level ID             the level to compare at (the first of A); both must have it
  --leads OUT.csv        one row a lead: its outcome, whether it is kept, lost or gained, and when A and B reach it
  --as-of T, --from T, --to T, --maturity-days N, --horizon H, --time-zone Z, --reference-date T
                         as for simulate

Examples
  accord compare --data exports/2026 --rules signed.json --rules draft.json
  accord compare --workshop spring.accord --rules signed.json --rules draft.json --level hot`,
    load: async () => (await import('./compare.ts')).runCompareCommand,
  },
  sweep: {
    summary: 'print what a level would be at every threshold, and which of them are as good',
    help: `accord sweep (--data DIR | --workshop FILE) --rules FILE [--level ID] [--capacity N] [options]

Prints one JSON document. thresholds: each one, to the hundredth, at which the level holds other leads than just above it or
holds them earlier, with what simulate prints for a level, and perWeek, p90PerWeek, weeksOverCapacity, longestQueue, profit.
present: the same at the level's own threshold. plateau: thresholds around it whose rate lies within the interval of its own.
best: the threshold with most profit, or else (by: separation) the one that best tells SQLs from other leads, with those around it
at most one standard error worse. isPresentAsGood: so is the level's own. stability: how often the best of the same leads drawn
again (draws: those with both outcomes) lies within a round step of the present one. capacityThreshold: the lowest at which nine
weeks in ten stay within the capacity. capacityHoldsFrom: the lowest from which on they do at every threshold. pick: where most SQLs are caught within
--least-rate and the capacity. All of these are judged on the leads that they are chosen on; judged: best and pick chosen on older
leads, with what they give on newer ones. auc, ks, averagePrecision: how well the scores rank. A figure that does not exist is null.

  --data DIR             leads.csv, activities.csv, stages.csv
  --workshop FILE        a workshop file instead
  --rules FILE           the rule set, JSON
  --level ID             the level (the first of the rule set)
  --capacity N           leads a week that sales can follow up (the workshop's own)
  --value-per-sql V, --cost-per-lead C
                         what an SQL is worth and what working one lead costs: profit is V × converted − C × observed
  --least-rate X         the worst conversion that sales accepts, from 0 to 1
  --split T              where newer leads begin (two thirds of the known outcomes lie before)
  --as-of T, --from T, --to T, --maturity-days N, --horizon H, --time-zone Z, --reference-date T
                         as for simulate

Examples
  accord sweep --data exports/2026 --rules rules.json --capacity 40
  accord sweep --workshop spring.accord --rules rules.json --level hot --value-per-sql 900 --cost-per-lead 60`,
    load: async () => (await import('./sweep.ts')).runSweepCommand,
  },
};
