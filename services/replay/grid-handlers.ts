/** The open workshop's leads by grade in two dimensions. */
import type { Reply } from '../../api/reply.ts';
import type { CutOffs } from '../../core/grade-grid/grade-rule-set.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import type { Handler } from '../dispatch.ts';
import { refuse, reply } from '../failure.ts';
import { askedOptions, askedRuleSet } from './asked-question.ts';
import type { AskedAxis } from './grid-answers.ts';
import type { ReplayClient } from './replay-client.ts';
import type { Replayable } from './replay-handlers.ts';

export function createGridHandlers({
  client,
  replayable,
}: {
  readonly client: ReplayClient;
  readonly replayable: () => Reply<Replayable>;
}): { readonly 'rules.grid': Handler<'rules.grid'> } {
  return {
    'rules.grid': async (input) => {
      const history = replayable();
      if (!history.ok) return history;
      const ruleSet = askedRuleSet(input.ruleSet);
      if (!ruleSet.ok) return ruleSet;
      const options = askedOptions(input.options);
      if (!options.ok) return options;
      const axes = askedAxes(ruleSet.value, input.dimensions, input.cutOffs);
      if (!axes.ok) return axes;
      const asked = { ruleSet: ruleSet.value, ...axes.value, options: options.value };
      return client.ask(history.value.source, { kind: 'grid', asked }, `rules.grid ${input.key}`);
    },
  };
}

interface AskedAxes {
  readonly rows: AskedAxis | null;
  readonly columns: AskedAxis;
}

/** The last dimension is that of the columns. `badInput` where it makes no grid. */
function askedAxes(
  ruleSet: RuleSet,
  dimensions: readonly string[],
  cutOffs: readonly (CutOffs | null)[] | null,
): Reply<AskedAxes> {
  const axes = dimensions.map((dimension, index): AskedAxis => ({ dimension, cutOffs: cutOffs?.[index] ?? null }));
  const columns = axes.at(-1);
  const isKnown = axes.every(({ dimension }) => ruleSet.dimensions.some(({ id }) => id === dimension));
  if (columns === undefined || !isKnown || new Set(dimensions).size < dimensions.length)
    return refuse('badInput', 'one or two different dimensions of the rule set', 'dimensions');
  if (!axes.every((axis) => axis.cutOffs === null || isDescending(axis.cutOffs)))
    return refuse('badInput', 'each cut-off less than the one before', 'cutOffs');
  return reply({ rows: axes.length === 1 ? null : (axes[0] ?? null), columns });
}

const isDescending = ([first, second, third]: CutOffs): boolean => first > second && second > third;
