/** `accord template`: one ready-made programme as a rule set, mapped onto a history where one is named. */
import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../../core/result.ts';
import { type UnreachableLevel, unreachableLevels } from '../../core/rule-set/most-points.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { serialiseRuleSet } from '../../core/rule-set/serialise-rule-set.ts';
import { templateWithId } from '../../core/templates/all-templates.ts';
import type { WhyUnmapped } from '../../core/templates/map-rule.ts';
import { mapTemplate, templateRuleSet, type UnmappedSlot } from '../../core/templates/map-template.ts';
import { TEMPLATE_IDS, type Template } from '../../core/templates/template.ts';
import { wordOf } from '../../core/templates/template-words.ts';
import { profileHistory } from '../../services/history/history-profile.ts';
import { templateColumns } from '../../services/templates/template-columns.ts';
import { TEMPLATE_WORDS } from '../words/template-words.ts';
import { HISTORY_OPTIONS, type HistoryOptions, readHistoryOptions } from './history-options.ts';
import { readHistorySource } from './history-source.ts';
import type { CommandStreams } from './simulate.ts';

/** Returns the exit status: 0, 1 for a fault, 2 for bad use. What could not be mapped goes to `err`, line by line. */
export async function runTemplateCommand(args: readonly string[], { out, err }: CommandStreams): Promise<number> {
  const options = readOptions(args);
  if (!options.ok) {
    err(`accord template: ${options.error}`);
    return 2;
  }
  const { template, history: named } = options.value;
  if (named === null) {
    out(serialiseRuleSet(templateRuleSet(template, TEMPLATE_WORDS)));
    return 0;
  }
  const read = await readHistorySource(named);
  if (!read.ok) {
    err(`accord template: ${read.error}`);
    return 1;
  }
  const { history, maturityDays, keptOut, warnings } = read.value;
  const columns = templateColumns(profileHistory(history, maturityDays), keptOut);
  const { ruleSet, unmapped, idleRecycle } = mapTemplate(template, columns, TEMPLATE_WORDS);
  for (const warning of warnings) err(warning);
  for (const slot of unmapped) err(unmappedLine(slot));
  if (idleRecycle !== null)
    err('left out: clearing the old traces before a new cycle, since no rule counts activities');
  for (const level of unreachableLevels(ruleSet)) err(unreachableLine(ruleSet, level));
  out(serialiseRuleSet(ruleSet));
  return 0;
}

interface TemplateOptions {
  readonly template: Template;
  readonly history: HistoryOptions | null;
}

function readOptions(args: readonly string[]): Result<TemplateOptions, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: HISTORY_OPTIONS,
    });
    const [id, ...more] = positionals;
    if (id === undefined || more.length > 0) return fail(`name one template: ${TEMPLATE_IDS.join(', ')}`);
    const template = templateWithId(id);
    if (template === undefined) return fail(`there is no template "${id}"; there are ${TEMPLATE_IDS.join(', ')}`);
    if (Object.keys(values).length === 0) return ok({ template, history: null });
    const history = readHistoryOptions(values);
    return history.ok ? ok({ template, history: history.value }) : history;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const unmappedLine = ({ slot, rule, why }: UnmappedSlot): string =>
  `not mapped: the rule "${rule.name}" needs ${wordOf(TEMPLATE_WORDS, `slot.${slot}`)}; ${reason(why)}`;

function reason(why: WhyUnmapped): string {
  switch (why.kind) {
    case 'noColumn':
      return 'the leads have no such column';
    case 'noActivity':
      return 'no activity means it';
    case 'wrongKind':
      return `the column "${why.column}" is a ${why.found} column, which it cannot read`;
    case 'noValue':
      return `the column "${why.column}" never holds what it asks`;
  }
}

function unreachableLine({ levels }: RuleSet, { level, dimension, asked, most }: UnreachableLevel): string {
  const name = levels.find(({ id }) => id === level)?.name ?? level;
  const what = dimension === null ? 'points' : `points in "${dimension}"`;
  return `out of reach: "${name}" asks for ${asked} ${what}, and what could be mapped gives at most ${most}; lower it`;
}
