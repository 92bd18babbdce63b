/** From a file's path to the first frame, each time in a fresh process; without and with the compiled store kept. */
import { execFileSync } from 'node:child_process';
import { inAProcess } from './in-a-process.ts';
import type { Measured } from './measured.ts';
import type { OpenedOnce } from './open-once.ts';

export function openRows(workshopPath: string): readonly Measured[] {
  const open = async (): Promise<number> => (await inAProcess<OpenedOnce>('open-once.ts', workshopPath)).firstFrameMs;
  return [
    {
      name: 'open-cold-1m',
      run: () => {
        dropFromPageCache(workshopPath);
        return open();
      },
    },
    { name: 'open-cached-1m', run: open },
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
