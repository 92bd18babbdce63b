/** Which columns of a table say whom the money went to, when, and how much it was. */
import { readMonth } from './read-month.ts';

/** Indexes of columns. `long`: a row a source and month. `wide`: a row a source, a column a month. */
export type CostColumns =
  | { readonly kind: 'long'; readonly source: number; readonly month: number; readonly amount: number }
  | {
      readonly kind: 'wide';
      readonly source: number;
      readonly months: readonly { readonly column: number; readonly month: string }[];
    };

/** Null where the heading does not say it: which of the three is missing is `missing`. Of several the first of these words counts. */
export function costColumns(header: readonly string[]): CostColumns | { readonly missing: readonly string[] } {
  const plain = header.map((name) => name.toLowerCase().replaceAll(/[^a-z]/gu, ''));
  const find = (words: readonly string[]): number => {
    const word = words.find((one) => plain.includes(one));
    return word === undefined ? -1 : plain.indexOf(word);
  };
  const [source, month, amount] = [find(SOURCE), find(MONTH), find(AMOUNT)];
  const months = header.flatMap((name, column) => {
    const read = readMonth(name);
    return read === null ? [] : [{ column, month: read }];
  });
  if (source >= 0 && month >= 0 && amount >= 0) return { kind: 'long', source, month, amount };
  if (source >= 0 && months.length > 0) return { kind: 'wide', source, months };
  return {
    missing: [
      ...(source < 0 ? ['a source, channel or campaign'] : []),
      ...(month < 0 ? ['a month or date'] : []),
      ...(amount < 0 ? ['a cost, amount or spend'] : []),
    ],
  };
}

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
