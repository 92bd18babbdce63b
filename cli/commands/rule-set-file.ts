/** A rule set from a file that is named on the command line. */
import { readFile } from 'node:fs/promises';
import { fail, type Result } from '../../core/result.ts';
import { parseRuleSet } from '../../core/rule-set/parse-rule-set.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';

/** The failure names the file and the first of its faults. */
export async function readRuleSetFile(path: string): Promise<Result<RuleSet, string>> {
  let document: unknown;
  try {
    document = JSON.parse((await readFile(path, 'utf8')).replace(/^\ufeff/, ''));
  } catch (error) {
    return fail(`the rule set ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = parseRuleSet(document);
  if (parsed.ok) return parsed;
  const [first] = parsed.error;
  const more = parsed.error.length > 1 ? ` (and ${parsed.error.length - 1} more)` : '';
  return fail(`the rule set ${path} has a fault at ${first?.path || 'its top'}: ${first?.message ?? ''}${more}`);
}
