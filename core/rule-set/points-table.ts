/** The points of a rule set as a table to work with in a spreadsheet. */
import { csvRow } from '../csv-row.ts';
import type { Band, Rule, RuleSet } from './rule-set.ts';
import type { RuleSetWords } from './words/phrase.ts';
import { countsSentence, fadesSentence, ruleSentence } from './words/rule-sentence.ts';

/**
 * RFC 4180, heading first: one row a rule in the order of the rule set, of bands one row a band. Points are plain numbers;
 * dimensions and groups stand by their names.
 */
export function pointsTableCsv(ruleSet: RuleSet, words: RuleSetWords): string {
  const { phrase } = words;
  const heading = COLUMNS.map((column) => phrase(`readable.${column}`));
  return [heading, ...ruleSet.rules.flatMap((rule) => rowsOf(ruleSet, rule, words))]
    .map((cells) => csvRow(cells.map(asText)))
    .join('');
}

const COLUMNS = [
  'dimension',
  'group',
  'id',
  'rule',
  'kind',
  'when',
  'points',
  'counts',
  'fades',
  'counting',
  'disqualifying',
] as const;

function rowsOf(ruleSet: RuleSet, rule: Rule, words: RuleSetWords): readonly (readonly string[])[] {
  const { phrase } = words;
  const yesOrNo = (is: boolean) => phrase(is ? 'rules.say.yes' : 'rules.say.no');
  const row = (when: string, points: number): readonly string[] => [
    ruleSet.dimensions.find(({ id }) => id === rule.dimension)?.name ?? rule.dimension,
    ruleSet.groups.find(({ id }) => id === rule.group)?.name ?? '',
    rule.id,
    rule.name,
    phrase(`readable.kind.${rule.kind}`),
    when,
    String(points),
    countsSentence(words, rule),
    fadesSentence(words, rule),
    yesOrNo(rule.enabled),
    yesOrNo(rule.disqualifies),
  ];
  if (rule.kind !== 'bands') return [row(ruleSentence(words, rule), rule.points)];
  return rule.bands.map((band: Band) => row(ruleSentence(words, { ...rule, bands: [band] }), band.points));
}

/** A spreadsheet would compute a name that begins like a formula; a number stays one. */
const asText = (cell: string): string =>
  /^[=+\-@\t\r]/u.test(cell) && !Number.isFinite(Number(cell)) ? `'${cell}` : cell;
