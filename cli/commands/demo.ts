/** `accord demo`: the seeded demo as a workshop file (`*.accord`) or as a data folder (anything else). */
import { parseArgs } from 'node:util';
import type { Reply } from '../../api/reply.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { writeDemoFolder } from '../../services/demo/write-demo-folder.ts';
import { writeDemoWorkshop } from '../../services/demo/write-demo-workshop.ts';
import type { CommandStreams } from './simulate.ts';

export const DEMO_USAGE = 'accord demo --out FILE.accord|DIR [--leads N] [--seed S] [--dirty]';

/** Returns the exit status: 0, 1 for a fault, 2 for bad use. Prints what was written, as JSON. */
export async function runDemoCommand(args: readonly string[], streams: CommandStreams): Promise<number> {
  const options = readOptions(args);
  if (!options.ok) {
    streams.err(`accord demo: ${options.error}\n${DEMO_USAGE}`);
    return 2;
  }
  const written = await writeDemo(options.value, Date.now());
  if (!written.ok) {
    streams.err(`accord demo: ${written.error.detail}`);
    return 1;
  }
  streams.out(`${JSON.stringify({ out: options.value.out, ...written.value }, null, 1)}\n`);
  return 0;
}

interface DemoCommandOptions {
  readonly out: string;
  readonly leads: number;
  readonly seed: number;
  readonly dirty: boolean;
}

const DEFAULT_LEADS = 5_800;
const DEFAULT_SEED = 20_260;

async function writeDemo({ out, leads, seed, dirty }: DemoCommandOptions, nowMs: number): Promise<Reply<object>> {
  if (!isWorkshop(out)) return writeDemoFolder({ folder: out, leads, seed, dirty });
  const written = writeDemoWorkshop(
    { path: out, leads, seed, nowMs },
    { progress: () => {}, isCancelled: () => false },
  );
  return written.ok ? { ok: true, value: { counts: written.value, dirt: null } } : written;
}

function readOptions(args: readonly string[]): Result<DemoCommandOptions, string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        out: { type: 'string' },
        leads: { type: 'string' },
        seed: { type: 'string' },
        dirty: { type: 'boolean' },
      },
    });
    const leads = wholeNumber(values.leads, DEFAULT_LEADS);
    const seed = wholeNumber(values.seed, DEFAULT_SEED);
    if (values.out === undefined) return fail('say where to: --out FILE.accord, or --out DIR');
    if (leads === null || leads < 100 || leads > 1_000_000) return fail('--leads: a whole number from 100 to 1000000');
    if (seed === null || seed > 2_147_483_647) return fail('--seed: a whole number from 0 to 2147483647');
    const dirty = values.dirty ?? false;
    if (dirty && isWorkshop(values.out))
      return fail('--dirty goes with a data folder; a workshop holds accepted rows only');
    return ok({ out: values.out, leads, seed, dirty });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const isWorkshop = (path: string): boolean => path.toLowerCase().endsWith('.accord');

const wholeNumber = (text: string | undefined, otherwise: number): number | null => {
  if (text === undefined) return otherwise;
  return /^\d{1,10}$/.test(text) ? Number(text) : null;
};
