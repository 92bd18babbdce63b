/** What rules do, against plain SQL over the workshop file, on the public histories and on the demo. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDemoCommand } from '../../cli/commands/demo.ts';
import { runImportCommand } from '../../cli/commands/import.ts';
import { draftRuleSet } from '../../core/demo/demo-rule-set.ts';
import { readNumber } from '../../core/history/cell.ts';
import type { Column, History } from '../../core/history/history.ts';
import { isMeasured } from '../../core/measures/cell.ts';
import { compileReplay } from '../../core/replay/compile.ts';
import { DEFAULT_OPTIONS } from '../../core/replay/replay-result.ts';
import { comparePlainly, rulesAlone } from '../../core/rule-effects/alone.ts';
import { type Effects, effectsOf, type RuleEffect } from '../../core/rule-effects/rule-effects.ts';
import { ruleTouches } from '../../core/rule-effects/rule-touches.ts';
import { setRuleEnabled } from '../../core/rule-set/edit-rules.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { readHistory } from '../../db/history/read-history.ts';
import { closeWorkshop, openWorkshopConnection } from '../../db/open-workshop.ts';
import { publicFile } from '../support/public-file.ts';
import { ruleSetFrom } from '../support/rule-set-from.ts';
import { openDuckDb } from '../support/sql-oracle.ts';
import { openWorkshopSql, type WorkshopSql } from '../support/workshop-sql.ts';

const MAPPINGS = resolve(import.meta.dirname, '../fixtures/mappings');
const streams = { out: () => {}, err: (line: string) => expect(line).toBe('') };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-effects-sql-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function bringIn(path: string, file: string, mapping: string): Promise<void> {
  await runImportCommand([path, publicFile(file), '--mapping', join(MAPPINGS, mapping)], streams);
}

const xEducation = (path: string) => bringIn(path, 'x-education/Leads.csv', 'x-education.json');

async function olist(path: string): Promise<void> {
  await bringIn(path, 'olist-funnel/olist_marketing_qualified_leads_dataset.csv', 'olist-leads.json');
  await bringIn(path, 'olist-funnel/olist_closed_deals_dataset.csv', 'olist-deals.json');
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

function effectsOfRules(history: History, rules: readonly object[]): Effects {
  const named = rules.map((rule, index) => ({ id: `r${index}`, name: `Rule ${index}`, dimension: 'fit', ...rule }));
  const ruleSet = ruleSetFrom({ rules: named });
  return effectsOf(ruleSet, ruleTouches(compileReplay(history, ruleSet, DEFAULT_OPTIONS), ruleSet));
}

const counts = ({ leads, observed, converted }: RuleEffect['touched']) => ({ leads, observed, converted });

const MOST_AWARDS = 5;
const VALUES_EACH = 8;

describe.each([
  ['X Education', xEducation],
  ['Olist', olist],
  ['the demo', demo],
])('on %s', (name, make) => {
  let history: History;
  let sql: WorkshopSql;
  beforeAll(async () => {
    const path = join(folder, `${name}.accord`);
    await make(path);
    history = historyOfFile(path);
    sql = openWorkshopSql(path);
  }, 60_000);
  afterAll(() => sql.close());

  const columns = (kind: Column['kind']) => history.leads.attributes.filter((column) => column.kind === kind);

  it('rules of one value touch the leads of the SQL, and the others are the rest', () => {
    const levels = columns('text').flatMap((column) =>
      sql
        .values(column.name)
        .filter(({ value }) => value !== null)
        .toSorted((one, other) => other.leads - one.leads)
        .slice(0, VALUES_EACH)
        .map((level) => ({ ...level, attribute: column.name })),
    );
    expect(levels.length).toBeGreaterThan(10);
    const { base, rules } = effectsOfRules(
      history,
      levels.map(({ attribute, value }) => ({
        kind: 'attribute',
        points: 3,
        if: { attribute, op: 'is', value },
      })),
    );
    expect(counts(base)).toEqual(sql.base());
    for (const [index, level] of levels.entries()) {
      const { leads, observed, converted } = level;
      const what = `${level.attribute}: ${level.value}`;
      const effect = rules[index];
      expect({ what, ...effect, difference: null, touched: null, untouched: null }).toEqual({
        what,
        ruleId: `r${index}`,
        touched: null,
        untouched: null,
        difference: null,
        awards: leads,
        points: 3 * leads,
      });
      expect([what, effect && counts(effect.touched)]).toEqual([what, { leads, observed, converted }]);
      expect([what, effect && counts(effect.untouched)]).toEqual([
        what,
        {
          leads: base.leads - leads,
          observed: base.observed - observed,
          converted: base.converted - converted,
        },
      ]);
    }
  });

  it('bands give the leads of the SQL their points, band by band', () => {
    const cut = columns('number').map((column) => {
      const numbers = column.cells.map(readNumber).filter((number) => number !== null);
      const middle = numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
      return { attribute: column.name, middle };
    });
    const { rules } = effectsOfRules(
      history,
      cut.map(({ attribute, middle }) => ({
        kind: 'bands',
        attribute,
        bands: [
          { to: middle, points: -2 },
          { from: middle, points: 7 },
        ],
      })),
    );
    for (const [index, { attribute, middle }] of cut.entries()) {
      const below = sql.band(attribute, null, middle);
      const above = sql.band(attribute, middle, null);
      const effect = rules[index];
      expect([attribute, effect?.touched.leads, effect?.points]).toEqual([
        attribute,
        below.leads + above.leads,
        7 * above.leads - 2 * below.leads,
      ]);
      expect(effect?.touched.converted).toBe(below.converted + above.converted);
    }
  });

  it('activity rules touch the leads that did it before their horizon, as often as the SQL counts', () => {
    const types = history.activities.type.cells;
    const rule = (type: string) => ({
      kind: 'activity',
      points: 4,
      on: { type },
      max: MOST_AWARDS,
    });
    const each = effectsOfRules(history, types.map(rule));
    for (const [index, type] of types.entries()) {
      const done = { activity: type, property: null, propertyValue: null };
      const { leads, observed, converted } = sql.times(done, 1, null);
      const effect = each.rules[index];
      expect([type, effect && counts(effect.touched)]).toEqual([type, { leads, observed, converted }]);
      // A lead that did it k times or more has a k-th award.
      const awards = Array.from({ length: MOST_AWARDS }, (_, time) => sql.times(done, time + 1, null).leads);
      const given = awards.reduce((sum, one) => sum + one, 0);
      expect([type, effect?.awards, effect?.points]).toEqual([type, given, 4 * given]);
    }
  }, 120_000);
});

describe('what a rule decides by itself', () => {
  it('is the difference of two replays by the SQL of the rule set, on the demo', async () => {
    const path = join(folder, 'alone.accord');
    await demo(path);
    const history = historyOfFile(path);
    const ruleSet = draftRuleSet();
    const compiled = compileReplay(history, ruleSet, DEFAULT_OPTIONS);
    const { facts } = compiled;
    const reachedBy = async (asked: RuleSet): Promise<Float64Array> => {
      const oracle = await openDuckDb({ history, ruleSet: asked, facts });
      const [level] = await oracle.levels();
      oracle.close();
      return level?.reachedAtMs ?? new Float64Array(0);
    };
    const full = await reachedBy(ruleSet);
    const measured = Array.from(full.keys()).filter((lead) => isMeasured(facts, lead));
    const ids = ['decides', 'pricing', 'silent'];
    const alone = rulesAlone(ruleSet, ids, comparePlainly(compiled, ruleSet, 'mql'));
    expect(alone.map(({ ruleId }) => ruleId)).toEqual(ids);
    for (const { ruleId, brings, keepsBack } of alone) {
      const without = await reachedBy(setRuleEnabled(ruleSet, ruleId, false));
      const has = (reached: Float64Array, lead: number): boolean => !Number.isNaN(reached[lead] ?? Number.NaN);
      expect([ruleId, brings.leads, keepsBack.leads]).toEqual([
        ruleId,
        measured.filter((lead) => has(full, lead) && !has(without, lead)).length,
        measured.filter((lead) => !has(full, lead) && has(without, lead)).length,
      ]);
    }
    expect(alone.some(({ brings }) => brings.leads > 0)).toBe(true);
  }, 120_000);
});
