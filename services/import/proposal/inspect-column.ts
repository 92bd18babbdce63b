/** What the rows inspected tell of one column: its kind, its form, and words that may mean "not answered". Nothing is decided here. */
import type { SourceColumn, WrittenForm } from '../../../api/import.ts';
import { createKindTracker, readNumber } from '../../../core/history/cell.ts';
import type { ColumnKind } from '../../../core/history/history.ts';
import { ok } from '../../../core/result.ts';
import { readInstant } from '../../../core/time/instant.ts';
import { createDateVote, isDigits } from '../../../core/values/decide-date-form.ts';
import { createNumberVote } from '../../../core/values/decide-number-form.ts';
import type { FormDecision } from '../../../core/values/form-vote.ts';
import { countMissingTokens, mayMeanMissing } from '../../../core/values/missing-tokens.ts';
import { answerFormOf } from '../../../core/values/read-answer.ts';
import { type DateForm, readDate } from '../../../core/values/read-date.ts';
import { NUMBER_FORMS, readNumberText } from '../../../core/values/read-number-text.ts';
import { isMostlyRead } from '../mapping/mostly-read.ts';
import { headingWords } from './heading-words.ts';
import type { InspectedColumn } from './propose-mapping.ts';

export interface ColumnInspection {
  /** A cell as written. */
  readonly see: (cell: string, line: number) => void;
  /** Of `rows` rows inspected. */
  readonly finish: (index: number, rows: number) => InspectedColumn;
}

const SAMPLES = 5;
const FEW_VALUES = 12;
/** Text among the first so many cells: no more are tried as dates and numbers. */
const CELLS_TRIED = 200;
/** A column of dates may be half of other things: which, and how the dates are written, is shown and asked. */
const UNREAD_DATES = 0.5;
/** Days of a spreadsheet from 1990 to 2099: smaller numbers under a heading such as "closed" count something else. */
const LIKELY_SERIAL = { least: 32_874, most: 73_050 };
const NUMERIC: readonly DateForm[] = ['excel-1900', 'epoch-seconds', 'epoch-milliseconds'];
const DATED = /\b(date|datetime|timestamp|created|creation|closed|won|datum|data)\b/;

export function inspectColumn(name: string): ColumnInspection {
  const tracker = createKindTracker();
  const rowsByCell = new Map<string, number>();
  const dates = createDateVote();
  const numbers = createNumberVote();
  let [given, seen] = [0, 0];
  let [areDigits, areLikelySerials, isDateTried, isNumberTried] = [true, true, true, true];
  /** Some number is written otherwise than in plain digits; a few words among plain digits are what makes a column text. */
  let areMarked = false;
  const vote = (cell: string, line: number): void => {
    seen += 1;
    if (areDigits && !isDigits(cell)) areDigits = false;
    const value = Number(cell.replace(',', '.'));
    if (!(value >= LIKELY_SERIAL.least && value <= LIKELY_SERIAL.most)) areLikelySerials = false;
    if (isDateTried) dates.see(cell, line);
    if (isNumberTried) numbers.see(cell, line);
    if (readNumber(cell) === null && NUMBER_FORMS.some((form) => readNumberText(cell, form).ok)) areMarked = true;
    if (seen === CELLS_TRIED) {
      isDateTried = isMostlyRead(dates.decide(), UNREAD_DATES);
      isNumberTried = isMostlyRead(numbers.decide(), UNREAD_DATES);
    }
  };
  const formOf = (kind: ColumnKind): WrittenForm | undefined => {
    const date = dates.decide();
    if (isDateTried && kind !== 'date' && isMostlyRead(date, UNREAD_DATES) && mayBeDates(date)) {
      return { as: 'date', decision: date };
    }
    const number = numbers.decide();
    if (isNumberTried && isMostlyRead(number) && (areMarked || number.kind === 'ambiguous'))
      return { as: 'number', decision: number };
    const form = kind === 'text' && rowsByCell.size <= FEW_VALUES ? answerFormOf(answers()) : null;
    return form === null ? undefined : { as: 'yes/no', form };
  };
  /** Bare numbers are dates where the heading says so; among other cells they decide nothing. */
  const mayBeDates = (date: FormDecision<DateForm>): boolean => {
    const isCalendar = (form: DateForm) => !NUMERIC.includes(form);
    if (!areDigits) {
      if (date.kind === 'contradictory') return date.sides.some(({ forms }) => forms.some(isCalendar));
      return date.kind !== 'decided' || isCalendar(date.form);
    }
    return (
      DATED.test(headingWords(name)) && date.kind === 'decided' && (date.form !== 'excel-1900' || areLikelySerials)
    );
  };
  const answers = () => [...rowsByCell.keys()].filter((cell) => !mayMeanMissing(cell));
  return {
    see: (written, line) => {
      const cell = written.trim();
      if (cell === '') return;
      given += 1;
      const rows = rowsByCell.get(cell) ?? 0;
      rowsByCell.set(cell, rows + 1);
      if (rows === 0) tracker.see(cell);
      if ((isDateTried || isNumberTried) && !mayMeanMissing(cell)) vote(cell, line);
    },
    finish: (index, rows) => {
      const kind = tracker.kind();
      const form = formOf(kind);
      return {
        index,
        name,
        kind,
        missing: rows - given,
        samples: [...rowsByCell.keys()].slice(0, SAMPLES),
        missingTokens: countMissingTokens(rowsByCell),
        ...(form === undefined ? {} : { written: form }),
        ...rangeOf(rowsByCell.keys(), kind, form),
        isUnique: given > 0 && rowsByCell.size === given,
        cells: new Set(rowsByCell.keys()),
        given,
        values: rowsByCell.size <= FEW_VALUES ? [...rowsByCell.keys()] : null,
      };
    },
  };
}

/** Of dates whose form is plain or decided. */
function rangeOf(
  cells: Iterable<string>,
  kind: ColumnKind,
  form: WrittenForm | undefined,
): Pick<SourceColumn, 'range'> {
  const decided = form?.as === 'date' && form.decision.kind === 'decided' ? form.decision.form : null;
  if (kind !== 'date' && decided === null) return {};
  let [earliest, latest] = ['', ''];
  for (const cell of cells) {
    const read = decided === null ? ok(cell) : readDate(cell, decided);
    if (!read.ok || readInstant(read.value, 'UTC') === null) continue;
    const text = read.value;
    if (earliest === '' || text < earliest) earliest = text;
    if (text > latest) latest = text;
  }
  return earliest === '' ? {} : { range: { earliest, latest } };
}
