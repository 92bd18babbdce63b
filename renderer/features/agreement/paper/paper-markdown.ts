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
      : [[columns, columns.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')];
  const list = lines.length === 0 ? [] : [lines.map((line) => `- ${marked(line)}`).join('\n')];
  return [`## ${plain(heading)}`, ...table, ...list].join('\n\n');
}

/** What people typed is text and no markup, but for the pairs of asterisks that mark values. */
const marked = (text: string): string =>
  text.replaceAll(/\s*\n\s*/gu, ' ').replaceAll(/[\\`_<>[\]#]/gu, (sign) => `\\${sign}`);

const plain = (text: string): string => marked(text).replaceAll('*', '\\*');

const cell = (text: string): string => marked(text).replaceAll('|', '\\|');
