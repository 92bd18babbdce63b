/** The demo workshop that `npm start` opens: made on the first start, kept from then on. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reply } from '../../api/reply.ts';
import type { App } from '../create-app.ts';

const DEMO_FILE = 'Demo workshop.accord';
/** As the demo that is made from the start screen. */
const DEMO = { leads: 5_000, seed: 20_260 } as const;

export async function openDemo(
  { dispatch, tokens }: Pick<App, 'dispatch' | 'tokens'>,
  folder: string,
): Promise<Reply<unknown>> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, DEMO_FILE);
  const { token } = tokens.issue(path);
  return existsSync(path)
    ? dispatch('workshop.open', { token })
    : dispatch('workshop.createDemo', { token, ...DEMO, jobId: 'first-demo' });
}
