/** Looking at files, importing them, and what an import rejected. */
import type { AppEvent } from '../../api/bridge.ts';
import type { ImportReport } from '../../api/import.ts';
import type { Reply } from '../../api/reply.ts';
import { listRejectedRows } from '../../db/queries/imports.ts';
import type { Handler } from '../dispatch.ts';
import { refuse, reply } from '../failure.ts';
import type { FileTokens } from '../file-tokens.ts';
import type { ActiveJobs } from '../jobs/active-jobs.ts';
import type { ImportJobData } from '../jobs/import-worker.ts';
import type { OpenWorkshop } from '../workshop/open-workshop.ts';
import { inspectSource } from './inspect-source.ts';

export interface ImportParts {
  readonly open: OpenWorkshop;
  readonly tokens: FileTokens;
  readonly jobs: ActiveJobs;
  readonly importWorker: URL;
  readonly now: () => number;
  readonly emit: (event: AppEvent) => void;
}

type ImportMethod = 'import.inspect' | 'import.run' | 'import.rejected';

export function createImportHandlers({ open, tokens, jobs, importWorker, now, emit }: ImportParts): {
  readonly [M in ImportMethod]: Handler<M>;
} {
  const pathsOf = (chosen: readonly string[]): Reply<readonly string[]> => {
    const paths = chosen.map((token) => tokens.pathOf(token));
    const unknown = paths.indexOf(undefined);
    if (unknown >= 0)
      return refuse('notFound', 'Choose the files again; they are no longer known.', `tokens[${unknown}]`);
    return reply(paths.filter((path) => path !== undefined));
  };
  return {
    'import.inspect': async (input) => {
      const paths = pathsOf(input.tokens);
      return paths.ok ? inspectSource(paths.value) : paths;
    },
    'import.run': async (input) => {
      const workshop = open.writable();
      if (!workshop.ok) return workshop;
      const paths = pathsOf(input.tokens);
      if (!paths.ok) return paths;
      const mapping = input.mapping === undefined || input.mapping === null ? {} : { mapping: input.mapping };
      const data: ImportJobData = {
        workshopPath: workshop.value.path,
        request: { paths: paths.value, ...mapping, nowMs: now() },
      };
      const imported = await jobs.run<ImportReport>(input.jobId, { worker: importWorker, data });
      if (imported.ok) emit({ kind: 'changed', what: 'history' });
      return imported;
    },
    'import.rejected': async ({ importId, offset, limit }) => {
      const workshop = open.readable();
      if (!workshop.ok) return workshop;
      return reply({ offset, ...listRejectedRows(workshop.value, importId, offset, limit) });
    },
  };
}
