/** `accord templates`: the ready-made programmes, one a line. */
import { TEMPLATES } from '../../core/templates/all-templates.ts';
import { wordOf } from '../../core/templates/template-words.ts';
import { TEMPLATE_WORDS } from '../words/template-words.ts';
import type { CommandStreams } from './simulate.ts';

/** Returns the exit status: 0, or 2 for bad use. */
export async function runTemplatesCommand(args: readonly string[], { out, err }: CommandStreams): Promise<number> {
  const [unknown] = args.filter((arg) => arg !== '--json');
  if (unknown !== undefined) {
    err(`accord templates: '${unknown}' is not known here; see accord templates --help`);
    return 2;
  }
  const templates = TEMPLATES.map(({ id }) => ({
    id,
    title: wordOf(TEMPLATE_WORDS, `title.${id}`),
    line: wordOf(TEMPLATE_WORDS, `line.${id}`),
  }));
  if (args.includes('--json')) {
    out(`${JSON.stringify({ format: 'accord.templates/1', templates }, null, 1)}\n`);
    return 0;
  }
  const width = Math.max(...templates.map(({ id }) => id.length));
  for (const { id, title, line } of templates) out(`${id.padEnd(width)}  ${title}: ${line}\n`);
  return 0;
}
