/** The same replay in databases: the SQL that Accord writes for the rule set, with nothing but the counts read out. */
import { join } from 'node:path';
import type { History } from '../../core/history/history.ts';
import type { LeadFacts } from '../../core/replay/replay-result.ts';
import { openDuckDb, openSqlite, type SqlOracle } from '../support/sql-oracle.ts';
import { answersOf, type LevelAnswer, requireEqual, requireEqualCounts } from './answers.ts';
import type { Measured } from './measured.ts';
import { standardRuleSet } from './standard-rule-set.ts';

export interface SqlTask {
  readonly history: History;
  readonly facts: LeadFacts;
  /** Of the fast engine. */
  readonly answers: readonly LevelAnswer[];
  /** For what does not fit in memory. */
  readonly folder: string;
}

export interface SqlRow extends Measured {
  /** Compares all answers, instants too; every timed run compares its counts besides. */
  readonly check: () => Promise<void>;
  readonly close: () => void;
}

/** In memory, on all its threads. */
export const duckDbRow = async (name: string, task: SqlTask): Promise<SqlRow> =>
  rowOfOracle(
    name,
    task,
    await openDuckDb(questionOf(task), { memoryLimit: '10GB', temporaryFolder: join(task.folder, 'duckdb') }),
  );

export const sqliteRow = (name: string, task: SqlTask): SqlRow =>
  rowOfOracle(name, task, openSqlite(questionOf(task), join(task.folder, `${name}.sqlite`)));

const questionOf = ({ history, facts }: SqlTask) => ({ history, facts, ruleSet: standardRuleSet() });

const rowOfOracle = (name: string, { facts, answers }: SqlTask, oracle: SqlOracle): SqlRow => ({
  name,
  slow: true,
  run: async () => requireEqualCounts(name, await oracle.counts(), answers),
  check: async () => {
    const levels = await oracle.levels();
    requireEqual(name, answersOf({ facts, levels }, standardRuleSet()), answers);
  },
  close: oracle.close,
});
