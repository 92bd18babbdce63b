/** `accord rules`: a rule set checked, and written as JSON, as the table of its points or as a page to read; or the format's schema. */
import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../../core/result.ts';
import { pointsTableCsv } from '../../core/rule-set/points-table.ts';
import { readablePage } from '../../core/rule-set/readable-page.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { ruleSetSchema } from '../../core/rule-set/rule-set-schema.ts';
import { serialiseRuleSet } from '../../core/rule-set/serialise-rule-set.ts';
import { ENGLISH_RULE_SET_WORDS } from '../words/rule-set-words.ts';
import { readRuleSetFile } from './rule-set-file.ts';
import type { CommandStreams } from './simulate.ts';

/** Returns the exit status: 0, 1 for a fault, 2 for bad use. Nothing goes to `out` unless all went well. */
export async function runRulesCommand(args: readonly string[], { out, err }: CommandStreams): Promise<number> {
  const options = readOptions(args);
  if (!options.ok) {
    err(`accord rules: ${options.error}`);
    return 2;
  }
  if (options.value.path === null) {
    out(`${JSON.stringify(ruleSetSchema(), null, 2)}\n`);
    return 0;
  }
  const ruleSet = await readRuleSetFile(options.value.path);
  if (!ruleSet.ok) {
    err(`accord rules: ${ruleSet.error}`);
    return 1;
  }
  out(WRITERS[options.value.form](ruleSet.value));
  return 0;
}

const FORMS = ['json', 'csv', 'page'] as const;
type Form = (typeof FORMS)[number];

const WRITERS: Readonly<Record<Form, (ruleSet: RuleSet) => string>> = {
  json: serialiseRuleSet,
  csv: (ruleSet) => pointsTableCsv(ruleSet, ENGLISH_RULE_SET_WORDS),
  page: (ruleSet) => readablePage(ruleSet, ENGLISH_RULE_SET_WORDS),
};

/** `path` null: the schema is asked for. */
function readOptions(args: readonly string[]): Result<{ readonly path: string | null; readonly form: Form }, string> {
  const flag = { type: 'boolean' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: flag, csv: flag, page: flag, schema: flag },
    });
    const forms = FORMS.filter((form) => values[form]);
    const [path, ...more] = positionals;
    if (values.schema) {
      return path === undefined && forms.length === 0
        ? ok({ path: null, form: 'json' })
        : fail('--schema stands alone');
    }
    if (path === undefined || more.length > 0) return fail('name one rule set, RULESET.json');
    if (forms.length > 1) return fail('choose one of --json, --csv and --page');
    return ok({ path, form: forms[0] ?? 'json' });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}
