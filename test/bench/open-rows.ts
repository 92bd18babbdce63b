/** From a file's path to the first frame, each time in a fresh process; without and with the compiled store kept. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { shelfPath } from '../../services/replay/shelf/packed-shelf.ts';
import { inAProcess } from './in-a-process.ts';
import type { Measured } from './measured.ts';
import type { OpenedOnce } from './open-once.ts';

/** The cold one leaves the compiled store beside the file, where the cached one that follows it finds it. */
export function openRows(workshopPath: string): readonly Measured[] {
  const open = async (...more: readonly string[]): Promise<number> =>
    (await inAProcess<OpenedOnce>('open-once.ts', workshopPath, '0', ...more)).firstFrameMs;
  return [
    {
      name: 'open-cold-1m',
      run: () => {
        for (const side of ['baseline', 'scenario'] as const) rmSync(shelfPath(workshopPath, side), { force: true });
        dropFromPageCache(workshopPath);
        return open('keep');
      },
    },
    { name: 'open-cached-1m', run: () => open() },
  ];
}

/** Only Linux's `dd` can; elsewhere a cold open finds its file in memory. */
function dropFromPageCache(path: string): void {
  try {
    execFileSync('dd', [`of=${path}`, 'oflag=nocache', 'conv=notrunc,fdatasync', 'count=0'], { stdio: 'ignore' });
  } catch {
    console.log('open-cold: the file stays in the page cache on this machine');
  }
}
