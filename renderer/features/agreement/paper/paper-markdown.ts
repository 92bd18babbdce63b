import { definitionParts } from '../../../../core/agreement/definition.ts';
import { plainMarkdown } from '../../timeline/minutes/plain-markdown.ts';
import type { AgreementPaper, PaperSection } from './agreement-paper.ts';

/** The agreement as Markdown. */
export function paperMarkdown({ title, facts, definition, sections }: AgreementPaper): string {
  const parts = [
    `# ${plain(title)}`,
    facts.map(plain).join(' · '),
    `> ${marked(definition)}`,
    ...sections.map(sectionText),
  ];
  return `${parts.join('\n\n')}\n`;
}

function sectionText({ heading, columns, rows, lines }: PaperSection): string {
  const table =
    rows.length === 0
      ? []
      : [[columns, columns.map(() => '---'), ...rows].map((row) => `| ${row.map(marked).join(' | ')} |`).join('\n')];
  const list = lines.length === 0 ? [] : [lines.map((line) => `- ${marked(line)}`).join('\n')];
  return [`## ${plain(heading)}`, ...table, ...list].join('\n\n');
}

/** What people typed is text and no markup, but for the pairs of asterisks that mark values. */
const marked = (text: string): string =>
  definitionParts(onOneLine(text))
    .map((part) => (part.isValue ? `**${plainMarkdown(part.text)}**` : plainMarkdown(part.text)))
    .join('');

const plain = (text: string): string => plainMarkdown(onOneLine(text));

const onOneLine = (text: string): string => text.replaceAll(/\s*[\r\n\u2028\u2029]\s*/gu, ' ');
