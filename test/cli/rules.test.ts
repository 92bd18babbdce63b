import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runRulesCommand } from '../../cli/commands/rules.ts';
import { draftRuleSet } from '../../core/demo/demo-rule-set.ts';
import { parseRuleSet } from '../../core/rule-set/parse-rule-set.ts';

const PUBLISHED = resolve(import.meta.dirname, '../../docs/rule-set.schema.json');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-rules-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const status = await runRulesCommand(args, { out: (text) => out.push(text), err: (line) => err.push(line) });
  return { status, out: out.join(''), err };
}

const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('accord rules', () => {
  it('prints a rule set as JSON that loses nothing, as a table and as a page', async () => {
    const path = write('draft.json', JSON.stringify(draftRuleSet()));
    const { status, out, err } = await run(path);
    expect([status, err]).toEqual([0, []]);
    expect(parseRuleSet(JSON.parse(out))).toEqual({ ok: true, value: draftRuleSet() });
    expect((await run(path, '--csv')).out).toMatch(/^Dimension,Group,Id,Rule,Kind,When,Points,.*\r\n/u);
    expect((await run(path, '--page')).out).toMatch(/^<!doctype html>\n/u);
  });

  it('prints the published schema', async () => {
    expect(JSON.parse((await run('--schema')).out)).toEqual(JSON.parse(readFileSync(PUBLISHED, 'utf8')));
  });

  it('refuses another version and names it, and a fault with its place', async () => {
    const newer = await run(
      write('newer.json', JSON.stringify({ ...draftRuleSet(), format: 'accord.rule-set/7' })),
      '--csv',
    );
    expect([newer.status, newer.out]).toEqual([1, '']);
    expect(newer.err.join()).toContain('has the format version "7", and this Accord reads version 1');
    const faulty = await run(write('faulty.json', JSON.stringify({ ...draftRuleSet(), levels: [] })));
    expect([faulty.status, faulty.err.join()]).toEqual([1, expect.stringContaining('a fault at levels')]);
  });

  it.each([[[]], [['a.json', 'b.json']], [['a.json', '--csv', '--page']], [['a.json', '--schema']], [['--what']]])(
    'says what is wrong with %j',
    async (args) => {
      expect((await run(...args)).status).toBe(2);
    },
  );
});
