/** Warnings in English sentences: for the command line with the options that help, for the screen without. */
import type { TableFault } from './table-fault.ts';
import type { TableWarning } from './table-warning.ts';

/** As `accord read` says it. */
export const warningText = (warning: TableWarning): string => sentence(warning, OPTIONS);

/** Names no option of the command line. */
export const warningTextOnScreen = (warning: TableWarning): string => sentence(warning, NO_OPTIONS);

/** The detail of a fault, without the options of the command line in it. */
export const faultTextOnScreen = ({ detail }: TableFault): string =>
  detail.replaceAll(/ \(--(?:delimiter|header)\)/g, '');

interface Hints {
  readonly encoding: string;
  readonly titles: string;
  readonly names: string;
  readonly needless: string;
}

const OPTIONS: Hints = {
  encoding: ' with --encoding',
  titles: '; --header first takes the first line for the heading',
  names: '; --header first takes it for the heading',
  needless: '--encoding and --delimiter were not needed',
};

const NO_OPTIONS: Hints = {
  encoding: '',
  titles: '',
  names: '',
  needless: 'what was chosen for encoding and delimiter was not needed',
};

function sentence(warning: TableWarning, hints: Hints): string {
  switch (warning.kind) {
    case 'encodingByNulls':
      return `Read as ${warning.encoding.toUpperCase()} for the zero bytes in it; no byte order mark says so.`;
    case 'encodingProposed':
      return `Read as windows-1252: line ${warning.line} holds the byte 0x${warning.byte.toString(16).toUpperCase()}, which is not UTF-8. If letters look wrong, choose another${hints.encoding}, such as windows-1250, windows-1251 or iso-8859-15.`;
    case 'markOverruled':
      return `The file begins with the mark of ${warning.mark.toUpperCase()}, and was read as ${warning.encoding.toUpperCase()} as asked.`;
    case 'otherSheets':
      return `The workbook has ${warning.others.length + 1} sheets; "${warning.sheet}" was read, and not ${warning.others.map(({ name, isHidden }) => `"${name}"${isHidden ? ' (hidden)' : ''}`).join(', ')}.`;
    case 'needlessChoice':
      return `A workbook says itself how it is written; ${hints.needless}.`;
    case 'titleLines':
      return `${counted(warning.lines, 'line', 'lines')} above the heading ${warning.lines === 1 ? 'was' : 'were'} taken for a title or comment and left out${hints.titles}.`;
    case 'damagedHeading':
      return `The heading, line ${warning.line}, is damaged: ${warning.reason}.`;
    case 'generatedNames':
      return `The first row looks like data, so the columns are called "column 1" and so on${hints.names}.`;
    case 'namelessColumns':
      return `The heading names no ${listed(warning.names)}; ${warning.names.length === 1 ? 'it is' : 'they are'} called so.`;
    case 'repeatedNames':
      return `The heading repeats names; ${listed(warning.names)} ${warning.names.length === 1 ? 'is' : 'are'} called so to be told apart.`;
    case 'blankLines':
      return `${counted(warning.lines, 'blank line was', 'blank lines were')} skipped.`;
    case 'surplusCells':
      return `${counted(warning.rows, 'row has', 'rows have')} empty cells beyond the last column; they were left out.`;
    case 'lostCharacters':
      return `${counted(warning.rows, 'row holds', 'rows hold')} the character U+FFFD, first on line ${warning.line}: an earlier export has lost characters there.`;
    case 'oddQuotes':
      return `In ${counted(warning.rows, 'row', 'rows')}, first on line ${warning.line}, text follows a closing quotation mark; those cells were taken as they are written.`;
    case 'noRows':
      return 'The table has no rows.';
    case 'errorCells':
      return `${counted(warning.cells, 'cell holds', 'cells hold')} an error such as #N/A, which was taken as text.`;
    case 'emptyFormulas':
      return `${counted(warning.formulas, 'formula has', 'formulas have')} no result in the file and ${warning.formulas === 1 ? 'was' : 'were'} taken as empty; open the workbook in Excel or LibreOffice and save it.`;
  }
}

const SHOWN = 10;

const listed = (names: readonly string[]): string =>
  names.length <= SHOWN
    ? names.map((name) => `"${name}"`).join(', ')
    : `${names
        .slice(0, SHOWN)
        .map((name) => `"${name}"`)
        .join(', ')} and ${names.length - SHOWN} more`;

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
