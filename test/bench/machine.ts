import { cpus, totalmem } from 'node:os';

/** On what the figures were taken; they are compared within a run only. */
export interface Machine {
  readonly processors: number;
  readonly model: string;
  readonly memoryGb: number;
  readonly node: string;
  readonly platform: string;
}

export function thisMachine(): Machine {
  const [first] = cpus();
  return {
    processors: cpus().length,
    model: first?.model.trim() ?? '',
    memoryGb: Math.round(totalmem() / 1e9),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  };
}
