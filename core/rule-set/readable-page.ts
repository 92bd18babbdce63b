/** A rule set as one page to read, print and send: HTML that needs nothing else. */
import type { Group, Level, Limits, Rule, RuleSet } from './rule-set.ts';
import { filterSentence } from './words/condition-sentence.ts';
import type { RuleSetWords } from './words/phrase.ts';
import { bandSentence, countsSentence, fadesSentence, ruleSentence } from './words/rule-sentence.ts';

/** Words of the rule set stand in it as text, whatever they hold. */
export function readablePage(ruleSet: RuleSet, words: RuleSetWords): string {
  const { name, description, total, dimensions, ignore } = ruleSet;
  const body = [
    `<h1>${escaped(name)}</h1>`,
    ...(description === '' ? [] : [`<p>${escaped(description)}</p>`]),
    ...limitsLine(words, total, words.phrase('readable.total')),
    levelsSection(ruleSet, words),
    ...dimensions.map((dimension) => dimensionSection(ruleSet, dimension, words)),
    ...(ignore.length === 0 ? [] : [ignoredSection(ruleSet, words)]),
    ...recycleSection(ruleSet, words),
  ];
  return `<!doctype html>
<html lang="${escaped(words.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(name)}</title>
<style>${STYLE}</style>
</head>
<body>
${body.join('\n')}
</body>
</html>
`;
}

const STYLE =
  ':root{color-scheme:light dark}body{font:16px/1.45 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}' +
  'table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}th,td{text-align:start;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid #8884}' +
  'th{font-weight:600}td.number,th.number{text-align:end;white-space:nowrap;font-variant-numeric:tabular-nums}.off{opacity:.6}' +
  'h1,h2,h3{line-height:1.2}h3{margin-bottom:0}tr{break-inside:avoid}';

function levelsSection({ levels, dimensions }: RuleSet, words: RuleSetWords): string {
  const { phrase, number } = words;
  const minimums = (level: Level): string =>
    Object.entries(level.dimensions)
      .map(([id, least]) =>
        phrase('readable.minimum', {
          dimension: dimensions.find((dimension) => dimension.id === id)?.name ?? id,
          least: number(least),
        }),
      )
      .join(', ');
  const rows = levels.map((level) => [
    cell(level.name),
    numberCell(number(level.total)),
    cell(minimums(level)),
    cell(level.route ?? ''),
    cell(level.followUpHours === undefined ? '' : phrase('readable.hours', { hours: number(level.followUpHours) })),
  ]);
  const heading = [
    headingCell(phrase('readable.level')),
    headingCell(phrase('readable.threshold'), 'number'),
    ...(['minimums', 'route', 'followUp'] as const).map((column) => headingCell(phrase(`readable.${column}`))),
  ];
  return `<h2>${escaped(phrase('readable.levels'))}</h2>\n${table(
    heading,
    rows.map((row) => tableRow(row)),
  )}`;
}

function dimensionSection(ruleSet: RuleSet, dimension: RuleSet['dimensions'][number], words: RuleSetWords): string {
  const rulesIn = (group: string | undefined) =>
    ruleSet.rules.filter((rule) => rule.dimension === dimension.id && rule.group === group);
  const groups = ruleSet.groups.filter((group) => group.dimension === dimension.id);
  const alone = rulesIn(undefined);
  return [
    `<h2>${escaped(dimension.name)}</h2>`,
    ...limitsLine(words, dimension),
    ...groups.map((group) => groupSection(group, rulesIn(group.id), words)),
    ...(alone.length === 0 || groups.length === 0 ? [] : [`<h3>${escaped(words.phrase('readable.noGroup'))}</h3>`]),
    ...(alone.length === 0 ? [] : [rulesTable(alone, words)]),
  ].join('\n');
}

const groupSection = (group: Group, rules: readonly Rule[], words: RuleSetWords): string =>
  [
    `<h3>${escaped(group.name)}</h3>`,
    ...limitsLine(words, group),
    ...(group.combine === 'best' ? [`<p>${escaped(words.phrase('readable.best'))}</p>`] : []),
    ...(rules.length === 0 ? [] : [rulesTable(rules, words)]),
  ].join('\n');

function rulesTable(rules: readonly Rule[], words: RuleSetWords): string {
  const { phrase, number } = words;
  const points = (rule: Rule): string =>
    rule.kind === 'bands'
      ? rule.bands.map((band) => `${escaped(bandSentence(words, band))}: ${escaped(number(band.points))}`).join('<br>')
      : escaped(number(rule.points));
  const rows = rules.map((rule) => {
    const marks = [
      ...(rule.enabled ? [] : [phrase('readable.off')]),
      ...(rule.disqualifies ? [phrase('readable.disqualifies')] : []),
    ];
    const name = marks.length === 0 ? rule.name : `${rule.name} (${marks.join(', ')})`;
    const cells = [
      cell(name),
      cell(ruleSentence(words, rule)),
      `<td class="number">${points(rule)}</td>`,
      cell(countsSentence(words, rule)),
      cell(fadesSentence(words, rule)),
    ];
    return tableRow(cells, rule.enabled ? '' : ' class="off"');
  });
  const heading = [
    headingCell(phrase('readable.rule')),
    headingCell(phrase('readable.when')),
    headingCell(phrase('readable.points'), 'number'),
    headingCell(phrase('readable.counts')),
    headingCell(phrase('readable.fades')),
  ];
  return table(heading, rows);
}

const ignoredSection = ({ ignore }: RuleSet, words: RuleSetWords): string =>
  `<h2>${escaped(words.phrase('readable.ignored'))}</h2>\n<ul>${ignore
    .map((filter) => `<li>${escaped(filterSentence(words, filter))}</li>`)
    .join('')}</ul>`;

function recycleSection({ recycle, dimensions }: RuleSet, words: RuleSetWords): readonly string[] {
  if (recycle === undefined) return [];
  const names = recycle.clear.map((id) => dimensions.find((dimension) => dimension.id === id)?.name ?? id);
  const sentence = words.phrase('readable.recycling', { stages: recycle.on.join(', '), dimensions: names.join(', ') });
  return [`<h2>${escaped(words.phrase('readable.recycle'))}</h2>`, `<p>${escaped(sentence)}</p>`];
}

/** Nothing where nothing limits. */
function limitsLine({ phrase, number }: RuleSetWords, { min, max }: Limits, of = ''): readonly string[] {
  const before = of === '' ? '' : `${of}: `;
  if (min !== undefined && max !== undefined) {
    return [`<p>${escaped(before + phrase('readable.range', { min: number(min), max: number(max) }))}</p>`];
  }
  if (min !== undefined) return [`<p>${escaped(before + phrase('readable.atLeast', { min: number(min) }))}</p>`];
  return max === undefined ? [] : [`<p>${escaped(before + phrase('readable.atMost', { max: number(max) }))}</p>`];
}

const cell = (text: string): string => `<td>${escaped(text)}</td>`;
const numberCell = (text: string): string => `<td class="number">${escaped(text)}</td>`;
const headingCell = (text: string, name = ''): string =>
  `<th scope="col"${name === '' ? '' : ` class="${name}"`}>${escaped(text)}</th>`;
const tableRow = (cells: readonly string[], attributes = ''): string => `<tr${attributes}>${cells.join('')}</tr>`;
const table = (heading: readonly string[], rows: readonly string[]): string =>
  `<table>\n<thead>${tableRow(heading)}</thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/gu, (sign) => ESCAPES[sign] ?? sign);
