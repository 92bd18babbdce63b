/** Two sides row by row against plain SQL over the workshop file, on a public history and on the demo. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDemoCommand } from '../../cli/commands/demo.ts';
import { runImportCommand } from '../../cli/commands/import.ts';
import { type BreakdownBy, type BreakdownRow, breakdown } from '../../core/comparison/where/breakdown.ts';
import type { RowSide } from '../../core/comparison/where/row-figures.ts';
import type { RowOf } from '../../core/comparison/where/row-of.ts';
import { conditionMask } from '../../core/conditions/row-mask.ts';
import { leadTable } from '../../core/conditions/table.ts';
import type { History } from '../../core/history/history.ts';
import { cohortCalendar } from '../../core/measures/by-time.ts';
import { deriveFacts } from '../../core/replay/facts.ts';
import { foldText } from '../../core/text.ts';
import { readHistory } from '../../db/history/read-history.ts';
import { closeWorkshop, openWorkshopConnection } from '../../db/open-workshop.ts';
import { publicFile } from '../support/public-file.ts';
import { openWorkshopSql, type SqlLevel, type WorkshopSql } from '../support/workshop-sql.ts';

const streams = { out: () => {}, err: (line: string) => expect(line).toBe('') };

async function xEducation(path: string): Promise<void> {
  const mapping = resolve(import.meta.dirname, '../fixtures/mappings/x-education.json');
  await runImportCommand([path, publicFile('x-education/Leads.csv'), '--mapping', mapping], streams);
}

async function demo(path: string): Promise<void> {
  await runDemoCommand(['--out', path, '--leads', '1500', '--seed', '5'], streams);
}

function historyOfFile(path: string): History {
  const workshop = openWorkshopConnection(path, 'read');
  if (!workshop.ok) throw new Error(workshop.error.detail);
  const history = readHistory(workshop.value);
  closeWorkshop(workshop.value);
  return history;
}

/** A side without rules: the leads with a value of an attribute, each from its first instant. */
const leadsWith = (history: History, { other, value }: Side) => {
  const mask = conditionMask<'attribute'>({ attribute: other, op: 'is', value }, leadTable(history));
  const reachedAtMs = Float64Array.from(mask, (has, lead) =>
    has === 1 ? (history.leads.createdAtMs[lead] ?? Number.NaN) : Number.NaN,
  );
  return { reachedAtMs, peak: reachedAtMs };
};

interface Side {
  readonly other: string;
  readonly value: string;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-where-sql-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each([
  [
    'X Education',
    xEducation,
    {
      attribute: 'Lead Source',
      a: { other: 'Lead Origin', value: 'Landing Page Submission' },
      b: { other: 'Specialization', value: 'Finance Management' },
    },
  ],
  [
    'the demo',
    demo,
    { attribute: 'source', a: { other: 'country', value: 'DE' }, b: { other: 'industry', value: 'Machinery' } },
  ],
])('the rows of %s', (name, make, { attribute, a, b }) => {
  let history: History;
  let sql: WorkshopSql;
  beforeAll(async () => {
    const path = join(folder, `${name}.accord`);
    await make(path);
    history = historyOfFile(path);
    sql = openWorkshopSql(path);
  }, 60_000);
  afterAll(() => sql.close());

  const rowsBy = (by: BreakdownBy): readonly BreakdownRow[] => {
    const facts = deriveFacts(history, { horizon: 'outcome' });
    const data = { history, facts, calendar: cohortCalendar(history, facts) };
    return breakdown(data, { a: leadsWith(history, a), b: leadsWith(history, b) }, by).rows;
  };

  it('by an attribute are those of the SQL, for both sides', () => {
    const rows = rowsBy({ kind: 'attribute', name: attribute });
    for (const [side, { other, value }] of [
      ['a', a],
      ['b', b],
    ] as const) {
      const found = sql.valuesAmong(attribute, other, value);
      const named = rows.filter(({ of }) => of.kind === 'value' || of.kind === 'missing');
      expect(named.length).toBeGreaterThan(4);
      for (const row of named) expectSide(row[side], keyOf(row.of), found);
      expect(sumOf(rows.map((row) => row[side].leads))).toBe(sumOf(found.map(({ leads }) => leads)));
      expect(sumOf(rows.map((row) => row[side].converted))).toBe(sumOf(found.map(({ converted }) => converted)));
    }
  });

  it('by month of creation are those of the SQL between the first midnights of two months, for both sides', () => {
    const rows = rowsBy({ kind: 'month', of: 'created' });
    const starts = rows.map(({ of }) => (of.kind === 'month' ? of.startMs : Number.NaN));
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: history.timeZone,
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    });
    for (const [index, row] of rows.entries()) {
      const startMs = starts[index] ?? Number.NaN;
      expect(clock.format(startMs)).toBe('1, 00:00');
      for (const [side, { other, value }] of [
        ['a', a],
        ['b', b],
      ] as const) {
        const { leads, observed, converted } = row[side];
        expect({ leads, observed, converted }).toEqual(
          countsOf(sql.createdBetween(startMs, starts[index + 1] ?? null, other, value)),
        );
      }
    }
  });
});

const sumOf = (figures: readonly number[]): number => figures.reduce((sum, one) => sum + one, 0);

const NO_LEADS = { leads: 0, observed: 0, converted: 0 };
const countsOf = ({ leads, observed, converted }: typeof NO_LEADS): typeof NO_LEADS => ({ leads, observed, converted });

/** What the SQL calls a row. */
const keyOf = (of: RowOf): string | null => (of.kind === 'value' ? foldText(of.value) : null);

/** The SQL has no row where no lead is. */
function expectSide(side: RowSide, key: string | null, found: readonly SqlLevel[]): void {
  const level = found.find(({ value }) => value === key) ?? NO_LEADS;
  expect([key, countsOf(side)]).toEqual([key, countsOf(level)]);
}
