import { existsSync, readFileSync } from 'node:fs';

const STATUS = '/proc/self/status';

/**
 * The most resident memory that this process has had, in MB. What the operating system counts as a process's own maximum
 * may begin with that of the process which started it (Linux keeps it across exec), so its memory is asked where it can be.
 */
export function peakMemoryMb(): number {
  const kilobytes = existsSync(STATUS) ? /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync(STATUS, 'utf8'))?.[1] : undefined;
  return 1.024e-3 * (kilobytes === undefined ? process.resourceUsage().maxRSS : Number(kilobytes));
}
