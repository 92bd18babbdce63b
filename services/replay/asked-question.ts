/** What questions to the replay have in common, out of their inputs. */
import type { Input } from '../../api/contract.ts';
import type { Reply } from '../../api/reply.ts';
import type { ReplayOptions } from '../../core/replay/replay-result.ts';
import { parseRuleSet } from '../../core/rule-set/parse-rule-set.ts';
import { parseScope } from '../../core/rule-set/parse-scope.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { refuse, reply } from '../failure.ts';

/** `badRuleSet` with the path of its first fault. */
export function askedRuleSet(document: unknown): Reply<RuleSet> {
  const parsed = parseRuleSet(document);
  if (parsed.ok) return parsed;
  const [first] = parsed.error;
  return refuse('badRuleSet', first?.message ?? '', first?.path ?? '');
}

/** Without the keys that are undefined: an option is there or it is not. `badRuleSet` with the path of a fault in the scope. */
export function askedOptions(options: Input<'replay.frame'>['options']): Reply<ReplayOptions> {
  if (options.scope === undefined) return reply(plainOptions(options));
  const scope = parseScope(options.scope);
  if (scope.ok) return reply({ ...plainOptions(options), scope: scope.value });
  const [first] = scope.error;
  return refuse('badRuleSet', first?.message ?? '', first?.path ?? '');
}

const plainOptions = (options: Input<'replay.frame'>['options']): ReplayOptions => ({
  horizon: options.horizon,
  ...(options.asOfMs === undefined ? {} : { asOfMs: options.asOfMs }),
  ...(options.fromMs === undefined ? {} : { fromMs: options.fromMs }),
  ...(options.toMs === undefined ? {} : { toMs: options.toMs }),
  ...(options.maturityDays === undefined ? {} : { maturityDays: options.maturityDays }),
});
