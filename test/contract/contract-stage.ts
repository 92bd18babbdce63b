/** What the parts of the contract suite stand on: one transport for all, a folder that goes in the end, workshops by the number. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Reply } from '../../api/reply.ts';
import type { StartTransport, Transport } from './transport.ts';

export interface ContractStage {
  readonly transport: Transport;
  readonly folder: string;
  readonly workshopsFolder: string;
  /** Its name. */
  readonly newWorkshop: () => Promise<string>;
  /** Its token. */
  readonly newDemo: () => Promise<string>;
}

/** Called within a `describe`: everything is there from the first test on, and each test begins without a workshop. */
export function createStage(start: StartTransport): ContractStage {
  const folder = mkdtempSync(join(tmpdir(), 'accord-contract-'));
  const workshopsFolder = join(folder, 'workshops');
  let started: Transport | undefined;
  let workshops = 0;
  const transport = (): Transport => {
    if (started === undefined) throw new Error('the transport is there from the first test on');
    return started;
  };
  beforeAll(async () => {
    mkdirSync(workshopsFolder);
    started = await start({ settingsFolder: join(folder, 'settings'), workshopsFolder });
  }, 60_000);
  afterEach(async () => {
    await transport().call('workshop.close', {});
  });
  afterAll(async () => {
    await transport().stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);
  return {
    get transport() {
      return transport();
    },
    folder,
    workshopsFolder,
    newWorkshop: async () => {
      workshops += 1;
      const workshopName = `Workshop ${workshops}`;
      const { token } = await transport().pickNewWorkshop(workshopName);
      answerOf(await transport().call('workshop.create', { token }));
      return workshopName;
    },
    newDemo: async () => {
      workshops += 1;
      const { token } = await transport().pickNewWorkshop(`Demo ${workshops}`);
      answerOf(
        await transport().call('workshop.createDemo', { token, leads: 300, seed: 7, jobId: `demo ${workshops}` }),
      );
      return token;
    },
  };
}

export function answerOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`${reply.error.kind}: ${reply.error.detail} ${reply.error.path ?? ''}`);
  return reply.value;
}
