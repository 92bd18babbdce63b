/** The options of `suggest`, read and checked. */
import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../../core/result.ts';
import { constraintFault } from '../../core/suggest/learning-limits.ts';
import { type AskedPeriods, DEFAULT_CONSTRAINTS, type SuggestionConstraints } from '../../core/suggest/suggestion.ts';
import { readInstant } from '../../core/time/instant.ts';
import { HISTORY_OPTIONS, type HistoryOptions, readHistoryOptions } from './history-options.ts';

export interface SuggestOptions {
  readonly history: HistoryOptions;
  readonly constraints: SuggestionConstraints;
  /** Dates without an offset are read in the history's time zone. */
  readonly periodsIn: (timeZone: string) => AskedPeriods;
  /** The rule set that the cards are compared with; null: the workshop's scenario, if there is one. */
  readonly againstPath: string | null;
}

const textOption = { type: 'string' } as const;
const OPTIONS = {
  ...HISTORY_OPTIONS,
  rules: textOption,
  'max-points': textOption,
  'multiple-of': textOption,
  'choose-before': textOption,
  'judge-after': textOption,
  forbid: { type: 'string', multiple: true },
  against: textOption,
} as const;

/** The failure says what is wrong with the use of the command. */
export function readSuggestOptions(args: readonly string[]): Result<SuggestOptions, string> {
  try {
    const { values } = parseArgs({ args: [...args], strict: true, allowPositionals: false, options: OPTIONS });
    const { rules, forbid, against, ...rest } = values;
    const history = readHistoryOptions(rest);
    if (!history.ok) return history;
    const numbers = {
      rules: numberOr(rules, DEFAULT_CONSTRAINTS.rules),
      maxPoints: numberOr(rest['max-points'], DEFAULT_CONSTRAINTS.maxPoints),
      multipleOf: numberOr(rest['multiple-of'], DEFAULT_CONSTRAINTS.multipleOf),
    };
    const constraints = { ...DEFAULT_CONSTRAINTS, ...numbers, forbidden: forbid ?? [] };
    const fault = constraintFault(constraints);
    if (fault !== null) return fail(`${fault} (--rules, --max-points, --multiple-of)`);
    for (const option of PERIOD_OPTIONS) {
      const text = rest[option];
      if (text !== undefined && readInstant(text.trim(), 'UTC') === null)
        return fail(`--${option}: "${text}" is no date; write 2026-01-31 or 2026-01-31T18:00:00Z`);
    }
    const periodsIn = (timeZone: string): AskedPeriods => {
      const instantOf = (text: string | undefined): number | null =>
        text === undefined ? null : readInstant(text.trim(), timeZone);
      const [chooseBeforeMs, judgeAfterMs] = PERIOD_OPTIONS.map((option) => instantOf(rest[option]));
      return {
        ...(typeof chooseBeforeMs === 'number' ? { chooseBeforeMs } : {}),
        ...(typeof judgeAfterMs === 'number' ? { judgeAfterMs } : {}),
      };
    };
    return ok({ history: history.value, constraints, periodsIn, againstPath: against ?? null });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const PERIOD_OPTIONS = ['choose-before', 'judge-after'] as const;

/** What is no number meets no constraint. */
const numberOr = (text: string | undefined, otherwise: number): number =>
  text === undefined ? otherwise : text.trim() === '' ? Number.NaN : Number(text);
