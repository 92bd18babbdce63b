import type { Minutes, MinutesLine } from './minutes.ts';

/** The minutes as Markdown that reads well as plain text too; nothing that people wrote is taken for marks. */
export function minutesMarkdown({ title, facts, sections }: Minutes): string {
  const blocks = [`# ${plain(title)}`, facts.map((fact) => `${plain(fact)}.`).join('  \n')];
  for (const { heading, empty, parts } of sections) {
    blocks.push(`## ${plain(heading)}`);
    if (parts.length === 0) blocks.push(plain(empty));
    for (const part of parts) {
      if (part.heading !== null) blocks.push(`### ${plain(part.heading)}`);
      blocks.push(part.lines.map(line).join('\n'));
    }
  }
  return `${blocks.join('\n\n')}\n`;
}

function line({ at, who, words, quote }: MinutesLine): string {
  const head = [at, who].filter((part) => part !== null).map(plain);
  const said =
    quote === null
      ? ''
      : `\n${quote
          .split(/\r?\n/u)
          .map((row) => `  > ${plain(row)}`)
          .join('\n')}`;
  return `- ${head.length === 0 ? '' : `${head.join(', ')}: `}${plain(words)}${said}`;
}

/** What Markdown, or the HTML in it, would read as a mark is written with a backslash. */
const plain = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>|&~#]/gu, '\\$&')
    .replaceAll(/^(\s*)([-+=]|\d+[.)])/gmu, '$1\\$2')
    .replaceAll(/^(\s*)\\(\d+)([.)])/gmu, '$1$2\\$3');
