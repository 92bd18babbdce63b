/** A command of the command line: what it is for, how it is used, and where it is; its code is loaded when it is run. */
import type { CommandStreams } from './simulate.ts';

export interface Command {
  readonly summary: string;
  readonly help: string;
  readonly load: () => Promise<(args: readonly string[], streams: CommandStreams) => Promise<number>>;
}
