import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { levelMeasures } from '../../../core/measures/level-measures.ts';
import { replayReference } from '../../../core/reference/replay-reference.ts';
import type { LevelReplay } from '../../../core/replay/replay-result.ts';
import { OPERATORS } from '../../../core/rule-set/rule-set.ts';
import { type CaseDemands, type ReplayCase, randomCase } from '../../support/random-case.ts';
import { randomTestOf } from '../../support/random-condition.ts';
import { DECAYS, randomActivityRule, randomInactivityRule } from '../../support/random-rule.ts';
import { replayDifferences } from '../../support/replay-differences.ts';
import { readSpecCase, specCaseNames } from '../../support/spec-cases.ts';
import { openDuckDb, openSqlite, type SqlOracle, type SqlQuestion } from '../../support/sql-oracle.ts';

const SEED = 20_260_101;

let folder = '';
let opened = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-sql-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Database {
  readonly name: string;
  readonly open: (question: SqlQuestion) => Promise<SqlOracle>;
  /** DuckDB plans a query for longer than SQLite runs it. */
  readonly runs: number;
}

const DATABASES: readonly Database[] = [
  {
    name: 'SQLite',
    open: (question) => {
      opened += 1;
      return Promise.resolve(openSqlite(question, join(folder, `${opened}.db`)));
    },
    runs: 60,
  },
  { name: 'DuckDB', open: (question) => openDuckDb(question, { threads: 1 }), runs: 5 },
];

const FEATURES: Readonly<Record<string, CaseDemands>> = {
  'any rule set': {},
  'activity rules': { ruleSet: { firstRule: randomActivityRule([]) } },
  'inactivity rules': { ruleSet: { firstRule: randomInactivityRule() } },
  ...Object.fromEntries(
    Object.entries(DECAYS).map(([kind, decay]): [string, CaseDemands] => [
      `decay: ${kind}`,
      { ruleSet: { firstRule: fc.oneof(randomActivityRule([], decay), randomInactivityRule(decay)) } },
    ]),
  ),
  distinctBy: { ruleSet: { firstRule: randomActivityRule(['distinctBy']) } },
  'every with withinDays': { ruleSet: { firstRule: randomActivityRule(['withinDays', 'every']) } },
  'withinDays that forgets values': {
    ruleSet: { firstRule: randomActivityRule(['withinDays', 'every', 'distinctBy']) },
  },
  cooldownDays: { ruleSet: { firstRule: randomActivityRule(['cooldownDays']) } },
  'recycles that clear what a rule remembers': {
    history: { manyStages: true },
    ruleSet: { recycle: true, firstRule: randomActivityRule(['every', 'distinctBy', 'cooldownDays', 'withinDays']) },
    options: { maturityDays: [30, 90] },
  },
  'recycles that restart inactivity': {
    history: { manyStages: true },
    ruleSet: { recycle: true, firstRule: randomInactivityRule() },
    options: { maturityDays: [30, 90] },
  },
  'groups by best, with limits': { ruleSet: { combine: 'best', limits: 'group' } },
  'limits of dimensions': { ruleSet: { limits: 'dimension' } },
  'limits of the total, with minimums': { ruleSet: { limits: 'total', minimums: true } },
  'disqualifying rules': { ruleSet: { firstDisqualifies: true, firstRule: randomActivityRule([]) } },
  'ignored activities': { ruleSet: { ignore: true } },
  'more than 32 rules': { ruleSet: { manyRules: true } },
};

describe.each(DATABASES)('a rule set as SQL in $name', ({ open, runs }) => {
  it.each(specCaseNames())('gives the instants, peaks and counts of %s', async (name) => {
    const specCase = readSpecCase(name);
    const expected = replayReference(specCase.history, specCase.ruleSet, specCase.options);
    const database = await open({ ...specCase, facts: expected.facts });
    const levels = await database.levels();
    const counts = await database.counts();
    database.close();
    expect(replayDifferences({ ...expected, levels }, expected)).toEqual([]);
    const rows = new Map(specCase.expected.map((row) => [row['lead'], row]));
    expect(instantsOf(specCase, levels)).toEqual(
      specCase.history.leads.ids.map((id) =>
        specCase.ruleSet.levels.map((level) => rows.get(id)?.[`${level.id}:reachedAt`] ?? ''),
      ),
    );
    expect(counts).toEqual(
      specCase.ruleSet.levels.map(({ id }, index) => {
        const { reached, observed, immature, unobserved, converted, won, amount } = levelMeasures(expected, index, id);
        return { reached, observed, immature, unobserved, converted, won, amount };
      }),
    );
  });

  it.each(Object.entries(FEATURES))('gives what the reference engine gives, for %s', async (name, demands) => {
    await agrees(open, demands, SEED + Object.keys(FEATURES).indexOf(name), runs);
  });

  it.each(OPERATORS)('gives what the reference engine gives, for the operator %s', async (op) => {
    const firstRule = fc.record({
      kind: fc.constant('attribute' as const),
      points: fc.constant(7),
      if: randomTestOf(op),
    });
    await agrees(open, { ruleSet: { firstRule } }, SEED - OPERATORS.indexOf(op), Math.ceil(runs / 3));
  });
});

async function agrees(open: Database['open'], demands: CaseDemands, seed: number, numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(randomCase(demands), async (question: ReplayCase) => {
      const expected = replayReference(question.history, question.ruleSet, question.options);
      const database = await open({ ...question, facts: expected.facts });
      const levels = await database.levels();
      database.close();
      expect(replayDifferences({ ...expected, levels }, expected)).toEqual([]);
    }),
    { numRuns, seed },
  );
}

/** By lead, then by level, as `simulate --leads` writes them; empty for leads outside of the cohort. */
function instantsOf(
  { history, expected }: ReturnType<typeof readSpecCase>,
  levels: readonly LevelReplay[],
): readonly (readonly string[])[] {
  const inCohort = new Set(expected.map((row) => row['lead']));
  return history.leads.ids.map((id, lead) =>
    levels.map(({ reachedAtMs }) => {
      const atMs = reachedAtMs[lead] ?? Number.NaN;
      return Number.isNaN(atMs) || !inCohort.has(id) ? '' : new Date(atMs).toISOString();
    }),
  );
}
