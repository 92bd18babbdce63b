import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createRecentWorkshops } from '../../../services/workshop/recent-workshops.ts';

let folder: string;
let log: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-recent-'));
  log = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const recentIn = (settings: string) => createRecentWorkshops(settings, (line) => log.push(line));

it('the newest comes first, each once, eight at most', () => {
  const recent = recentIn(join(folder, 'new', 'folder'));
  for (const name of ['a', 'b', 'c', 'a', 'd', 'e', 'f', 'g', 'h', 'i']) recent.remember(name);
  expect(recent.list()).toEqual(['i', 'h', 'g', 'f', 'e', 'd', 'a', 'c']);
});

it('the list outlives the app, and leaves no partial file', () => {
  recentIn(folder).remember('a');
  expect([recentIn(folder).list(), readdirSync(folder)]).toEqual([['a'], ['recent.json']]);
});

it.each(['', '{', '{"a":1}', '\0\0\0'])('a file damaged to %j costs the newest entry only', (damaged) => {
  const recent = recentIn(folder);
  recent.remember('a');
  recent.remember('b');
  writeFileSync(join(folder, 'recent.json'), damaged);
  expect(recent.list()).toEqual(['a']);
  recent.remember('c');
  expect(recent.list()).toEqual(['c', 'a']);
});

it('a folder that cannot be written is a line in the log', () => {
  writeFileSync(join(folder, 'file'), '');
  const recent = recentIn(join(folder, 'file', 'settings'));
  recent.remember('a');
  expect([recent.list(), log.length]).toEqual([[], 1]);
});
