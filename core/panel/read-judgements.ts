import { fail, ok, type Result } from '../result.ts';
import { TEAMS } from '../seat.ts';
import { foldText } from '../text.ts';
import type { Judged } from './panel-document.ts';
import { VERDICTS, type Verdict } from './verdict.ts';

interface JudgementRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Judgements out of a table with the columns lead, seat and verdict, in any order and case, among others. Rows without a verdict are
 * none. The fault says the first line that is wrong and what is wanted there.
 */
export function readJudgements(
  header: readonly string[],
  rows: readonly JudgementRow[],
): Result<readonly Judged[], string> {
  const places = ['lead', 'seat', 'verdict'].map((name) => header.findIndex((one) => foldText(one) === name));
  const [leadAt = -1, seatAt = -1, verdictAt = -1] = places;
  if (places.includes(-1)) return fail(`it needs the columns lead, seat and verdict; it has ${header.join(', ')}`);
  const judged: Judged[] = [];
  const lines = new Map<string, number>();
  for (const { line, cells } of rows) {
    const [lead = '', seatCell = '', verdictCell = ''] = [leadAt, seatAt, verdictAt].map(
      (at) => cells[at]?.trim() ?? '',
    );
    if (verdictCell === '') continue;
    const seat = TEAMS.find((team) => team === foldText(seatCell));
    const verdict = verdictOf(verdictCell);
    if (lead === '') return fail(`line ${line}: the lead is missing`);
    if (seat === undefined) return fail(`line ${line}: the seat is "${seatCell}"; it must be marketing or sales`);
    if (verdict === null) return fail(`line ${line}: the verdict is "${verdictCell}"; it must be yes, no or unsure`);
    const key = JSON.stringify([lead, seat]);
    const before = lines.get(key);
    if (before !== undefined) return fail(`line ${line}: ${seat} has judged lead "${lead}" on line ${before} already`);
    lines.set(key, line);
    judged.push({ lead, seat, verdict });
  }
  return ok(judged);
}

const UNSURE = ['?', 'not sure', 'unsure'];

function verdictOf(cell: string): Verdict | null {
  const text = foldText(cell);
  return UNSURE.includes(text) ? 'unsure' : (VERDICTS.find((verdict) => verdict === text) ?? null);
}
