/** The command line: finds the command, runs it, answers the exit status (0 done, 1 a fault, 2 bad use). */
import { COMMANDS } from './commands/commands.ts';

export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  const out = (text: string) => void process.stdout.write(text);
  const err = (line: string) => void process.stderr.write(`${line}\n`);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    out(`${overview()}\n`);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    err(`accord: there is no command '${name}'; see accord --help`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    out(`${command.help}\n`);
    return 0;
  }
  try {
    const run = await command.load();
    return await run(rest, { out, err });
  } catch (thrown) {
    err(`accord ${name}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    return 1;
  }
}

function overview(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return ['accord COMMAND …', '', ...lines, '', 'accord COMMAND --help tells more, with examples.'].join('\n');
}
