/** One history as some system would export it: in a random dialect and encoding, with dates and numbers in a random form and columns in any order. */
import fc from 'fast-check';
import type { RequestedFile } from '../../api/import.ts';
import type { EncodingName } from '../../services/table/encoding-names.ts';
import { encodeAs } from './encode-text.ts';
import { writeSource } from './import-into.ts';

export interface ExportStyle {
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly encoding: EncodingName;
  readonly quotesAll: boolean;
  readonly hasTitle: boolean;
  readonly dates: 'iso' | 'plain' | 'dmy' | 'mdy' | 'ymd' | 'excel-1900' | 'epoch-seconds' | 'epoch-milliseconds';
  readonly numbers: 'digits' | 'point' | 'comma';
  /** Orders the columns: by their place times this, modulo a prime. */
  readonly shuffle: number;
}

export const exportStyle: fc.Arbitrary<ExportStyle> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom<EncodingName>('utf-8', 'utf-16le', 'utf-16be', 'windows-1250', 'iso-8859-2'),
  quotesAll: fc.boolean(),
  hasTitle: fc.boolean(),
  dates: fc.constantFrom('iso', 'plain', 'dmy', 'mdy', 'ymd', 'excel-1900', 'epoch-seconds', 'epoch-milliseconds'),
  numbers: fc.constantFrom('digits', 'point', 'comma'),
  shuffle: fc.integer({ min: 1, max: 96 }),
});

/** A cell that is written in the style's own way. */
export type ExportCell =
  | { readonly kind: 'text'; readonly text: string }
  /** Whole seconds. */
  | { readonly kind: 'date'; readonly atMs: number | null }
  | { readonly kind: 'number'; readonly value: number | null };

export type ExportRow = Readonly<Record<string, ExportCell>>;

/** The file with a mapping that knows the forms; `rest` says what the columns mean. All rows have the same columns. */
export function exportedFile(
  name: string,
  rows: readonly ExportRow[],
  style: ExportStyle,
  rest: object,
): RequestedFile<string> {
  const columns = Object.keys(rows[0] ?? {});
  const order = columns
    .map((column, index) => ({ column, key: ((index + 1) * style.shuffle) % 97 }))
    .sort((one, other) => one.key - other.key)
    .map(({ column }) => column);
  const lines = [order, ...rows.map((row) => order.map((column) => cellText(row[column], style)))];
  const text = lines.map((cells) => cells.map((cell) => quoted(cell, style)).join(style.delimiter)).join(style.lineEnd);
  const title = style.hasTitle ? `Export of the team${style.lineEnd}${style.lineEnd}` : '';
  const bytes = encodeAs(title + text, style.encoding);
  const marked = style.encoding.startsWith('utf-16')
    ? Buffer.concat([encodeAs('\ufeff', style.encoding), bytes])
    : bytes;
  const isSaid = style.encoding === 'windows-1250' || style.encoding === 'iso-8859-2';
  return {
    file: writeSource(name, marked),
    reading: isSaid ? { encoding: style.encoding } : {},
    mapping: {
      format: 'accord.mapping/1',
      timeZone: 'UTC',
      ...rest,
      ...formsOf(rows[0] ?? {}, style),
    },
  };
}

function formsOf(row: ExportRow, { dates, numbers }: ExportStyle): object {
  const of = (kind: ExportCell['kind']) =>
    Object.entries(row).flatMap(([name, cell]) => (cell.kind === kind ? [name] : []));
  return {
    ...(dates === 'iso' ? {} : { dates: Object.fromEntries(of('date').map((name) => [name, dates])) }),
    ...(numbers === 'digits' ? {} : { numbers: Object.fromEntries(of('number').map((name) => [name, numbers])) }),
  };
}

const quoted = (cell: string, { quotesAll }: ExportStyle): string =>
  quotesAll || /[,;\t|"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

function cellText(cell: ExportCell | undefined, { dates, numbers }: ExportStyle): string {
  switch (cell?.kind) {
    case 'date':
      return cell.atMs === null ? '' : dateText(cell.atMs, dates);
    case 'number':
      return cell.value === null ? '' : numberText(cell.value, numbers);
    default:
      return cell?.text ?? '';
  }
}

function numberText(value: number, form: ExportStyle['numbers']): string {
  if (form === 'digits') return String(value);
  const [whole = '', fraction] = Math.abs(value).toFixed(2).split('.');
  const [thousands, decimal] = form === 'point' ? [',', '.'] : ['.', ','];
  return `${value < 0 ? '-' : ''}$${whole.replace(/\B(?=(\d{3})+$)/g, thousands)}${decimal}${fraction}`;
}

const EXCEL_EPOCH_DAYS = 25_569;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

function dateText(atMs: number, form: ExportStyle['dates']): string {
  const iso = new Date(atMs).toISOString();
  const [year, month, day] = [iso.slice(0, 4), iso.slice(5, 7), iso.slice(8, 10)];
  const clock = iso.slice(11, 19);
  switch (form) {
    case 'iso':
      return iso.replace('.000', '');
    case 'plain':
      return `${Number(day)} ${MONTHS[Number(month) - 1]}, ${year} ${clock}`;
    case 'dmy':
      return `${day}.${month}.${year} ${clock}`;
    case 'mdy':
      return `${month}/${day}/${year} ${clock}`;
    case 'ymd':
      return `${year.slice(2)}/${month}/${day} ${clock}`;
    case 'excel-1900':
      return String(atMs / 86_400_000 + EXCEL_EPOCH_DAYS);
    case 'epoch-seconds':
      return String(atMs / 1_000);
    case 'epoch-milliseconds':
      return String(atMs);
  }
}
