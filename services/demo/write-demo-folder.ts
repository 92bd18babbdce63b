/** The demo as a data folder: `leads.csv`, `activities.csv`, `stages.csv`, beside them `costs.csv` and the rule sets. */
import { mkdirSync } from 'node:fs';
import { open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reply } from '../../api/reply.ts';
import { csvRow } from '../../core/csv-row.ts';
import { type DirtCounts, dirtBeside, dirtCounts } from '../../core/demo/demo-dirt.ts';
import { DEMO_ATTRIBUTES, DEMO_PROPERTIES, demoLeads } from '../../core/demo/demo-leads.ts';
import { draftRuleSet, starterRuleSet } from '../../core/demo/demo-rule-set.ts';
import type { DemoCounts, DemoTruth } from '../../core/demo/demo-truth.ts';
import { serialiseRuleSet } from '../../core/rule-set/serialise-rule-set.ts';
import { refuse, reply } from '../failure.ts';

export interface DemoFolderRequest {
  /** Made when it is not there; a file that is there already is never written over. */
  readonly folder: string;
  readonly leads: number;
  readonly seed: number;
  readonly dirty: boolean;
}

export interface DemoFolderReport {
  readonly counts: DemoCounts;
  /** Null in a clean folder. */
  readonly dirt: DirtCounts | null;
}

const TABLES = ['leads.csv', 'activities.csv', 'stages.csv'] as const;
const FLUSH_AT_CHARACTERS = 1 << 20;

export async function writeDemoFolder(request: DemoFolderRequest): Promise<Reply<DemoFolderReport>> {
  const made: string[] = [];
  try {
    mkdirSync(request.folder, { recursive: true });
    const truth = await writeTables(request, made);
    for (const [name, text] of companions(truth)) {
      const path = join(request.folder, name);
      await writeFile(path, text, { flag: 'wx' });
      made.push(path);
    }
    return reply({ counts: truth.counts, dirt: request.dirty ? dirtCounts(request.leads) : null });
  } catch (error) {
    for (const path of made) await rm(path, { force: true });
    if (!(error instanceof Error && 'code' in error)) throw error;
    const exists = error.code === 'EEXIST';
    return refuse(
      'notWritable',
      `${exists ? 'A demo is not written over files that are there already' : 'The folder cannot be written'}: ${error.message}`,
    );
  }
}

async function writeTables({ folder, leads, seed, dirty }: DemoFolderRequest, made: string[]): Promise<DemoTruth> {
  const writers: TableWriter[] = [];
  try {
    for (const table of TABLES) {
      writers.push(await openTable(join(folder, table)));
      made.push(join(folder, table));
    }
    const [leadRows, activityRows, stageRows] = writers;
    if (leadRows === undefined || activityRows === undefined || stageRows === undefined)
      throw new Error('a table is missing');
    leadRows.add(['id', 'created', ...DEMO_ATTRIBUTES]);
    activityRows.add(['lead', 'at', 'type', ...DEMO_PROPERTIES]);
    stageRows.add(['lead', 'at', 'stage', 'amount', 'reason']);
    const generator = demoLeads({ leads, seed });
    for (let ordinal = 1; ; ordinal += 1) {
      const step = generator.next();
      if (step.done) return step.value;
      const lead = step.value;
      const dirt = dirty ? dirtBeside(lead, ordinal) : null;
      leadRows.add([lead.id, lead.created, ...lead.cells]);
      if (dirt?.repeated) leadRows.add([lead.id, lead.created, ...lead.cells]);
      for (const row of lead.activities) activityRows.add([lead.id, row.at, row.type, ...row.cells]);
      for (const row of dirt?.activities ?? []) activityRows.add([row.lead, row.at, row.type, ...row.cells]);
      for (const row of lead.stages) stageRows.add([lead.id, row.at, row.stage, row.amount, row.reason]);
      for (const row of dirt?.stages ?? []) stageRows.add([row.lead, row.at, row.stage, row.amount, row.reason]);
      for (const writer of writers) if (writer.isFull()) await writer.flush();
    }
  } finally {
    for (const writer of writers) await writer.close();
  }
}

interface TableWriter {
  readonly add: (cells: readonly string[]) => void;
  readonly isFull: () => boolean;
  readonly flush: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Fails when the file is there already. */
async function openTable(path: string): Promise<TableWriter> {
  const file = await open(path, 'wx');
  let waiting = '';
  const flush = async () => {
    const text = waiting;
    waiting = '';
    await file.writeFile(text);
  };
  return {
    add: (cells) => {
      waiting += csvRow(cells);
    },
    isFull: () => waiting.length >= FLUSH_AT_CHARACTERS,
    flush,
    close: async () => {
      try {
        await flush();
      } finally {
        await file.close();
      }
    },
  };
}

const companions = ({ costs }: DemoTruth): readonly (readonly [string, string])[] => [
  [
    'costs.csv',
    [
      ['source', 'month', 'amount'],
      ...costs.map(({ source, month, amountCents }) => [source, month, String(amountCents / 100)]),
    ]
      .map(csvRow)
      .join(''),
  ],
  ['rules-baseline.json', serialiseRuleSet(starterRuleSet())],
  ['rules-draft.json', serialiseRuleSet(draftRuleSet())],
];
