/** Which rules earn their place: Shapley shares of what the rule set is worth (STATISTICS.md 6). */
import { setRuleEnabled } from '../rule-set/edit-rules.ts';
import type { Rule, RuleSet } from '../rule-set/rule-set.ts';
import { heldAt } from './measured-leads.ts';
import type { LevelRanking } from './ranking.ts';
import { rankingWorth } from './ranking-worth.ts';
import { type ShapleyShares, shapleyShares } from './shapley.ts';

export interface RuleShares {
  /** Leads that the level holds, and every smaller set of rules is given as well. */
  readonly volume: number;
  readonly rules: readonly { readonly ruleId: string; readonly name: string; readonly dimension: string }[];
  /** Rules of one group, or of a dimension without a group, together. */
  readonly groups: readonly RuleTeam[];
  /** Of SQLs caught at that volume. Shares and groups in the order above. */
  readonly sqls: ShapleyShares;
  /** Of the area under the curve. */
  readonly auc: ShapleyShares;
}

export interface RuleTeam {
  readonly dimension: string;
  readonly dimensionName: string;
  /** Null: the dimension's rules without a group. */
  readonly group: string | null;
  readonly groupName: string | null;
  readonly rules: number;
}

export interface ShareOptions {
  readonly seed: number;
  readonly onStep: (done: number, total: number) => boolean;
  readonly mostExact?: number;
  readonly pairs?: number;
}

/** Of the rules that are switched on. Null when `onStep` said to stop. */
export function ruleShares(ranking: LevelRanking, options: ShareOptions): RuleShares | null {
  const { measured, ruleSet, level, peaksBy } = ranking;
  const rules = ruleSet.rules.filter(({ enabled }) => enabled);
  const volume = heldAt(peaksBy(ruleSet), level.total).reduce((sum, held) => sum + held, 0);
  const teams = teamsOf(ruleSet, rules);
  const found = shapleyShares({
    ...options,
    players: rules.length,
    groups: teams.map(({ members }) => members),
    game: (takesPart) => {
      const { sqls, auc } = rankingWorth(measured, peaksBy(withOnly(ruleSet, rules, takesPart)), volume);
      return [sqls, auc];
    },
  });
  const [sqls, auc] = found ?? [];
  if (sqls === undefined || auc === undefined) return null;
  return {
    volume,
    rules: rules.map(({ id, name, dimension }) => ({ ruleId: id, name, dimension })),
    groups: teams.map(({ team }) => team),
    sqls,
    auc,
  };
}

const withOnly = (ruleSet: RuleSet, rules: readonly Rule[], takesPart: Uint8Array): RuleSet =>
  rules.reduce((only, { id }, index) => (takesPart[index] === 1 ? only : setRuleEnabled(only, id, false)), ruleSet);

/** In the order of the rule set; those without a rule that is on are left out. */
function teamsOf(
  ruleSet: RuleSet,
  rules: readonly Rule[],
): readonly { readonly team: RuleTeam; readonly members: readonly number[] }[] {
  return ruleSet.dimensions.flatMap((dimension) => {
    const groups = ruleSet.groups.filter((group) => group.dimension === dimension.id);
    return [null, ...groups].flatMap((group) => {
      const members = rules.flatMap((rule, index) =>
        rule.dimension === dimension.id && (rule.group ?? null) === (group?.id ?? null) ? [index] : [],
      );
      if (members.length === 0) return [];
      const team = {
        dimension: dimension.id,
        dimensionName: dimension.name,
        group: group?.id ?? null,
        groupName: group?.name ?? null,
        rules: members.length,
      };
      return [{ team, members }];
    });
  });
}
