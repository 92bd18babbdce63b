/** The figures of the profile against plain SQL over the workshop file, on the public histories and on the demo. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDemoCommand } from '../../cli/commands/demo.ts';
import { runImportCommand } from '../../cli/commands/import.ts';
import type { LevelFigures, Profile } from '../../core/profile/profile.ts';
import { profileHistory } from '../../core/profile/profile-history.ts';
import { foldText } from '../../core/text.ts';
import { readHistory } from '../../db/history/read-history.ts';
import { closeWorkshop, openWorkshopConnection } from '../../db/open-workshop.ts';
import { publicFile } from '../support/public-file.ts';
import { openWorkshopSql, type SqlLevel, type WorkshopSql } from '../support/workshop-sql.ts';

const MAPPINGS = resolve(import.meta.dirname, '../fixtures/mappings');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-profile-sql-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const streams = { out: () => {}, err: (line: string) => expect(line).toBe('') };

async function xEducation(path: string): Promise<void> {
  const mapping = join(MAPPINGS, 'x-education.json');
  await runImportCommand([path, publicFile('x-education/Leads.csv'), '--mapping', mapping], streams);
}

async function olist(path: string): Promise<void> {
  for (const [file, mapping] of [
    ['olist_marketing_qualified_leads_dataset.csv', 'olist-leads.json'],
    ['olist_closed_deals_dataset.csv', 'olist-deals.json'],
  ] as const)
    await runImportCommand([path, publicFile(`olist-funnel/${file}`), '--mapping', join(MAPPINGS, mapping)], streams);
}

async function demo(path: string): Promise<void> {
  await runDemoCommand(['--out', path, '--leads', '1500', '--seed', '5'], streams);
}

function profileOfFile(path: string): Profile {
  const workshop = openWorkshopConnection(path, 'read');
  if (!workshop.ok) throw new Error(workshop.error.detail);
  const history = readHistory(workshop.value);
  closeWorkshop(workshop.value);
  const counted = profileHistory(history, { options: { horizon: 'outcome' }, keptOut: [], cutPoints: {} });
  if (!counted.ok) throw new Error(JSON.stringify(counted.error));
  return counted.value.profile;
}

/** Counts exactly, figures within what doubles lose. */
function expectLevel(level: LevelFigures, sql: SqlLevel | undefined, what: string): void {
  const { leads, observed, converted } = level;
  expect([what, leads, observed, converted]).toEqual([what, sql?.leads, sql?.observed, sql?.converted]);
  for (const figure of ['rate', 'lift', 'weightOfEvidence'] as const) {
    if (level[figure] === null) expect([what, sql?.[figure]]).toEqual([what, null]);
    else expect(sql?.[figure], `${what}: ${figure}`).toBeCloseTo(level[figure], 9);
  }
}

describe.each([
  ['X Education', xEducation, { leads: 9_240, observed: 9_240, converted: 3_561 }],
  ['Olist', olist, null],
  ['the demo', demo, null],
])('%s', (name, make, known) => {
  let profile: Profile;
  let sql: WorkshopSql;
  beforeAll(async () => {
    const path = join(folder, `${name}.accord`);
    await make(path);
    profile = profileOfFile(path);
    sql = openWorkshopSql(path);
  }, 60_000);
  afterAll(() => sql.close());

  it('has the base rate of the SQL', () => {
    const { leads, observed, converted } = profile;
    expect({ leads, observed, converted }).toEqual(sql.base());
    expect(converted).toBeGreaterThan(0);
    if (known !== null) expect({ leads, observed, converted }).toEqual(known);
  });

  it('has the counts, rates, lifts and weights of the SQL in every value of every attribute', () => {
    const compared = profile.attributes
      .filter(({ cutPoints }) => cutPoints === null)
      .flatMap(({ attribute, levels }) => {
        const byValue = new Map(sql.values(attribute).map((level) => [level.value, level]));
        return levels
          .filter(({ kind }) => kind !== 'others')
          .map((level) =>
            expectLevel(
              level,
              byValue.get(level.value === null ? null : foldText(level.value)),
              `${attribute}: ${level.value}`,
            ),
          );
      });
    expect(compared.length).toBeGreaterThan(10);
  });

  it('has those of the SQL in every band of every number', () => {
    for (const { attribute, kind, levels } of profile.attributes)
      if (kind === 'number')
        for (const level of levels)
          if (level.band !== null)
            expectLevel(level, sql.band(attribute, level.band.from, level.band.to), `${attribute}: ${level.value}`);
  });

  it('has the information value of the SQL where every value is a level', () => {
    for (const { attribute, informationValue, cutPoints, levels } of profile.attributes)
      if (cutPoints === null && levels.every(({ kind }) => kind !== 'others'))
        expect(sql.informationValue(attribute), attribute).toBeCloseTo(informationValue, 9);
  });

  it('has those of the SQL in every behaviour, of what came before the horizon', () => {
    for (const { activity, property, propertyValue, levels } of profile.behaviours)
      for (const level of levels)
        expectLevel(
          level,
          sql.times({ activity, property, propertyValue }, level.times.from, level.times.to),
          `${activity} ${property} ${propertyValue}: ${level.value}`,
        );
  }, 120_000);
});
