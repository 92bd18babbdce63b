/** Which columns of a table say whom the money went to, when, and how much it was. */
import { readMonth } from './read-month.ts';

/** Indexes of columns. `long`: a row a source and month. `wide`: a row a source, a column a month. */
export type CostColumns =
  | { readonly kind: 'long'; readonly source: number; readonly month: number; readonly amount: number }
  | { readonly kind: 'wide'; readonly source: number; readonly months: readonly MonthColumn[] };

export interface MonthColumn {
  readonly column: number;
  readonly month: string;
}

export interface FoundColumns {
  readonly layout: CostColumns['kind'];
  /** Null where the heading does not say it. */
  readonly source: number | null;
  readonly month: number | null;
  readonly amount: number | null;
}

/** What the heading says. Of several words that name the same the first in our lists counts. */
export function costColumns(header: readonly string[]): FoundColumns {
  const plain = header.map((name) => name.toLowerCase().replaceAll(/[^a-z]/gu, ''));
  const find = (words: readonly string[]): number | null => {
    const word = words.find((one) => plain.includes(one));
    return word === undefined ? null : plain.indexOf(word);
  };
  const [source, month, amount] = [find(SOURCE), find(MONTH), find(AMOUNT)];
  const isLong = month !== null && amount !== null;
  return { layout: !isLong && monthColumns(header).length > 0 ? 'wide' : 'long', source, month, amount };
}

/** The columns whose heading is a month. */
export const monthColumns = (header: readonly string[]): readonly MonthColumn[] =>
  header.flatMap((name, column) => {
    const month = readMonth(name);
    return month === null ? [] : [{ column, month }];
  });

const SOURCE = [
  'source',
  'leadsource',
  'utmsource',
  'sourcename',
  'channel',
  'channelname',
  'campaign',
  'campaignname',
];
const MONTH = ['month', 'yearmonth', 'period', 'date', 'day', 'startdate', 'reportingstarts'];
const AMOUNT = ['actualcost', 'cost', 'costs', 'totalcost', 'amount', 'amountspent', 'spend', 'spent', 'adspend'];
