import type { Minutes, MinutesLine } from './minutes.ts';
import { plainMarkdown } from './plain-markdown.ts';

/** The minutes as Markdown that reads well as plain text too; nothing that people wrote is taken for marks. */
export function minutesMarkdown({ title, facts, sections }: Minutes): string {
  const blocks = [`# ${plainMarkdown(title)}`, facts.map((fact) => `${plainMarkdown(fact)}.`).join('  \n')];
  for (const { heading, empty, parts } of sections) {
    blocks.push(`## ${plainMarkdown(heading)}`);
    if (parts.length === 0) blocks.push(plainMarkdown(empty));
    for (const part of parts) {
      if (part.heading !== null) blocks.push(`### ${plainMarkdown(part.heading)}`);
      blocks.push(part.lines.map(line).join('\n'));
    }
  }
  return `${blocks.join('\n\n')}\n`;
}

function line({ at, who, words, quote }: MinutesLine): string {
  const head = [at, who].filter((part) => part !== null).map(plainMarkdown);
  const said =
    quote === null
      ? ''
      : `\n${quote
          .split(/\r?\n/u)
          .map((row) => `  > ${plainMarkdown(row)}`)
          .join('\n')}`;
  return `- ${head.length === 0 ? '' : `${head.join(', ')}: `}${plainMarkdown(words)}${said}`;
}
