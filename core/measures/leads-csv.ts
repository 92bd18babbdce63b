import { itemAt, numberAt } from '../at.ts';
import { csvRow } from '../csv-row.ts';
import type { History } from '../history/history.ts';
import { OUTCOMES, type ReplayResult } from '../replay/replay-result.ts';
import type { RuleSet } from '../rule-set/rule-set.ts';
import { instantText } from '../time/instant.ts';

/**
 * The rows of `simulate --leads` (REPLAY.md section 5), heading first, each with its CRLF: one a lead created within the
 * cohort's bounds, customers too, in the order of `history.leads`. Row by row, so that a million leads need no large text.
 */
export function* leadsCsvRows(
  result: ReplayResult,
  history: History,
  ruleSet: RuleSet,
): Generator<string, void, undefined> {
  const { facts, now, nowByDimension, levels } = result;
  yield csvRow([
    'lead',
    'outcome',
    'now',
    ...ruleSet.dimensions.map(({ id }) => `now:${id}`),
    ...ruleSet.levels.flatMap(({ id }) => [`${id}:reachedAt`, `${id}:peak`]),
  ]);
  for (let lead = 0; lead < history.leads.count; lead += 1) {
    if (facts.inCohort[lead] !== 1) continue;
    const cells = [
      itemAt(history.leads.ids, lead),
      itemAt(OUTCOMES, numberAt(facts.outcome, lead)),
      String(numberAt(now, lead)),
    ];
    for (const scores of nowByDimension) cells.push(String(numberAt(scores, lead)));
    for (const { reachedAtMs, peak } of levels) {
      const atMs = numberAt(reachedAtMs, lead);
      const highest = numberAt(peak, lead);
      cells.push(Number.isNaN(atMs) ? '' : instantText(atMs), Number.isNaN(highest) ? '' : String(highest));
    }
    yield csvRow(cells);
  }
}
