/** Looking at files, importing them, and what an import rejected. */
import type { AppEvent } from '../../api/bridge.ts';
import type { Input, Method } from '../../api/contract.ts';
import type { FileReading, ImportReport, ImportTrial, OnChanged, RequestedFile } from '../../api/import.ts';
import type { Reply } from '../../api/reply.ts';
import { listChangedRows, listRejectedRows } from '../../db/queries/imports.ts';
import type { Handler } from '../dispatch.ts';
import { refuse, reply } from '../failure.ts';
import type { FileTokens } from '../file-tokens.ts';
import type { ActiveJobs } from '../jobs/active-jobs.ts';
import type { ImportJobData } from '../jobs/import-worker.ts';
import { encodingNamed } from '../table/encoding-names.ts';
import type { OpenWorkshop } from '../workshop/open-workshop.ts';
import { inspectSource } from './proposal/inspect-source.ts';
import { rejectedCsv } from './rows/rejected-csv.ts';

export interface ImportParts {
  readonly open: OpenWorkshop;
  readonly tokens: FileTokens;
  readonly jobs: ActiveJobs;
  readonly importWorker: URL;
  /** Where the key lies with which cells are hashed. */
  readonly keyFolder: string;
  readonly now: () => number;
  readonly emit: (event: AppEvent) => void;
}

type ImportMethod = Extract<Method, `import.${string}`>;

/** Rows of a piece of a CSV of rejected rows. */
const ROWS_PER_PIECE = 5_000;

export function createImportHandlers({ open, tokens, jobs, importWorker, keyFolder, now, emit }: ImportParts): {
  readonly [M in ImportMethod]: Handler<M>;
} {
  const requestedFiles = (files: Input<'import.run'>['files']): Reply<readonly RequestedFile<string>[]> => {
    const requested: RequestedFile<string>[] = [];
    for (const [index, { file, reading, mapping }] of files.entries()) {
      const path = tokens.pathOf(file);
      if (path === undefined)
        return refuse('notFound', 'Choose the files again; they are no longer known.', `files[${index}]`);
      if (reading?.encoding !== undefined && encodingNamed(reading.encoding) === null)
        return refuse('badInput', `There is no encoding '${reading.encoding}'.`, `files[${index}].reading.encoding`);
      requested.push({
        file: path,
        reading: statedOf(reading),
        ...(mapping === undefined || mapping === null ? {} : { mapping }),
      });
    }
    return reply(requested);
  };
  const runJob = async <Output>(
    input: Input<'import.try'>,
    rest: Pick<ImportJobData, 'kind'> & { readonly onChanged?: OnChanged },
  ): Promise<Reply<Output>> => {
    const workshop = open.writable();
    if (!workshop.ok) return workshop;
    const files = requestedFiles(input.files);
    if (!files.ok) return files;
    const { kind, ...options } = rest;
    const data: ImportJobData = {
      kind,
      workshopPath: workshop.value.path,
      request: { files: files.value, keyFolder, nowMs: now(), ...options },
    };
    return jobs.run<Output>(input.jobId, { worker: importWorker, data });
  };
  return {
    'import.inspect': async (input) => {
      const files = requestedFiles(input.files);
      if (!files.ok) return files;
      const workshop = open.readable();
      return inspectSource(files.value, workshop.ok ? workshop.value : null);
    },
    'import.try': (input) => runJob<ImportTrial>(input, { kind: 'try' }),
    'import.run': async (input) => {
      const imported = await runJob<ImportReport>(input, { kind: 'run', onChanged: input.onChanged });
      if (imported.ok) emit({ kind: 'changed', what: 'history' });
      return imported;
    },
    'import.rejected': async ({ importId, offset, limit }) => {
      const workshop = open.readable();
      if (!workshop.ok) return workshop;
      return reply({ offset, ...listRejectedRows(workshop.value, importId, offset, limit) });
    },
    'import.rejectedCsv': async ({ importId, file, offset }) => {
      const workshop = open.readable();
      if (!workshop.ok) return workshop;
      return reply(rejectedCsv(workshop.value, { importId, file }, offset, ROWS_PER_PIECE));
    },
    'import.changed': async ({ importId, offset, limit }) => {
      const workshop = open.readable();
      if (!workshop.ok) return workshop;
      return reply({ offset, ...listChangedRows(workshop.value, importId, offset, limit) });
    },
  };
}

/** Keys that are given as undefined are not given. */
const statedOf = (reading: Input<'import.run'>['files'][number]['reading']): FileReading =>
  Object.fromEntries(Object.entries(reading ?? {}).filter(([, value]) => value !== undefined));
