import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPackedShelf, prepareShelf, shelfPath } from '../../../../services/replay/shelf/packed-shelf.ts';
import {
  keepAt,
  plainFrame,
  questionOf,
  sessionOn,
  shelfAt,
  smallRuleSet,
  stampWith,
  workshopPathOf,
} from './shelf-case.ts';

const standard = questionOf(smallRuleSet());
const filesBeside = (path: string): readonly string[] => readdirSync(dirname(path)).toSorted();

describe('a packed history kept beside the workshop', () => {
  it('gives the frames of one that was packed anew, and the history is not read', async () => {
    const path = workshopPathOf();
    await keepAt(path);
    const again = sessionOn(shelfAt(path));
    for (const points of [7, 9, 0, 31]) {
      const question = questionOf(smallRuleSet({ points }));
      expect(again.frame(question)).toEqual(plainFrame(question));
    }
    expect(again.timesRead()).toBe(0);
  });

  it('is kept in one file while it serves scenario and baseline', async () => {
    const path = workshopPathOf();
    await keepAt(path, questionOf(smallRuleSet({ points: 9 })));
    expect(filesBeside(path)).toEqual(['spring.accord-replay']);
  });

  it('is kept for each of two rule sets with other conditions', async () => {
    const path = workshopPathOf();
    const question = questionOf(smallRuleSet({ country: 'IT' }));
    await keepAt(path, question);
    expect(filesBeside(path)).toEqual(['spring.accord-replay', 'spring.accord-replay-scenario']);
    const again = sessionOn(shelfAt(path));
    expect(again.frame(question)).toEqual(plainFrame(question));
    expect(again.timesRead()).toBe(0);
  });

  it('of the baseline outlives a scenario whose conditions change again and again', async () => {
    const path = workshopPathOf();
    const shelf = shelfAt(path);
    const session = sessionOn(shelf);
    for (const country of ['IT', 'DE', 'FR']) session.frame(questionOf(smallRuleSet({ country })));
    await shelf.settled();
    const again = sessionOn(shelfAt(path));
    again.frame(questionOf(smallRuleSet({ country: 'FR' })));
    expect(again.timesRead()).toBe(0);
  });

  it('serves as the baseline once its scenario has become it', async () => {
    const path = workshopPathOf();
    await keepAt(path, questionOf(smallRuleSet({ country: 'IT' })));
    const again = sessionOn(shelfAt(path));
    again.frame(questionOf(smallRuleSet({ country: 'IT' }), smallRuleSet({ country: 'IT' })));
    expect(again.timesRead()).toBe(0);
  });

  it.each([
    ['of another history', { stamp: stampWith({ identity: 'b'.repeat(32) }) }],
    ['of another time zone', { stamp: stampWith({ timeZone: 'Europe/Rome' }) }],
    ['of another program', { program: 'another one' }],
  ])('is not used when it is %s', async (_what, changes) => {
    const path = workshopPathOf();
    await keepAt(path);
    const again = sessionOn(shelfAt(path, changes));
    expect(again.frame(standard)).toEqual(plainFrame(standard));
    expect(again.timesRead()).toBe(1);
  });

  it('is not used for other conditions, nor for other options', async () => {
    const path = workshopPathOf();
    await keepAt(path);
    const country = smallRuleSet({ country: 'DE' });
    for (const question of [
      questionOf(country, country),
      { ...standard, options: { horizon: 'handover' as const } },
      { ...standard, options: { horizon: 'outcome' as const, maturityDays: 3 } },
    ]) {
      const again = sessionOn(shelfAt(path));
      expect(again.frame(question)).toEqual(plainFrame(question));
      expect(again.timesRead()).toBe(1);
    }
  });

  it('is written over by that of the newer history', async () => {
    const path = workshopPathOf();
    await keepAt(path);
    const newer = { stamp: stampWith({ identity: 'b'.repeat(32) }) };
    const shelf = shelfAt(path, newer);
    sessionOn(shelf).frame(standard);
    await shelf.settled();
    const again = sessionOn(shelfAt(path, newer));
    again.frame(standard);
    expect(again.timesRead()).toBe(0);
  });

  it('may be read before it is known what will be asked, and is used if that is it', async () => {
    const path = workshopPathOf();
    const { key } = await keepAt(path);
    const prepared = prepareShelf(path);
    const shelf = shelfAt(path, { prepared });
    const taken = shelf.take(key, 'baseline');
    expect(taken?.memory).toBe(prepared?.memory);
    // Whoever took it writes in it: a second one gets a memory of its own.
    expect(shelf.take(key, 'scenario')?.memory).not.toBe(prepared?.memory);
    const stale = { stamp: stampWith({ identity: 'b'.repeat(32) }), prepared: prepareShelf(path) };
    const again = sessionOn(shelfAt(path, stale));
    expect(again.frame(standard)).toEqual(plainFrame(standard));
    expect(again.timesRead()).toBe(1);
  });

  it('takes no file for a small history', async () => {
    const path = workshopPathOf();
    const shelf = createPackedShelf({ workshopPath: path, stamp: stampWith(), program: 'this one' });
    sessionOn(shelf).frame(standard);
    await shelf.settled();
    expect(filesBeside(path)).toEqual([]);
  });

  it('is given up half way when the session ends, and leaves nothing', async () => {
    const path = workshopPathOf();
    const shelf = shelfAt(path);
    sessionOn(shelf).frame(standard);
    shelf.close();
    await shelf.settled();
    expect(filesBeside(path)).toEqual([]);
  });

  it('is not yet begun when the answer that it was packed for is there', async () => {
    const path = workshopPathOf();
    const shelf = shelfAt(path);
    sessionOn(shelf).frame(standard);
    expect(filesBeside(path)).toEqual([]);
    await shelf.settled();
    expect(filesBeside(path)).toEqual(['spring.accord-replay']);
  });

  it('loses the part that a killed process left', () => {
    const path = workshopPathOf();
    writeFileSync(`${shelfPath(path, 'baseline')}.part`, 'half');
    shelfAt(path);
    expect(filesBeside(path)).toEqual([]);
  });
});

describe('a place that takes no file', () => {
  const gone = (path: string): void => rmSync(dirname(path), { recursive: true });
  const isFile = (path: string): void => {
    gone(path);
    writeFileSync(dirname(path), '');
  };
  it.each([
    ['a folder that is gone', gone],
    ['a folder that is a file', isFile],
    [
      'a folder in the place of the file',
      (path: string) => mkdirSync(join(shelfPath(path, 'baseline'), 'in use'), { recursive: true }),
    ],
    ['a folder in the place of its part', (path: string) => mkdirSync(`${shelfPath(path, 'baseline')}.part`)],
  ])('costs no answer: %s', async (_what, prepare) => {
    const path = workshopPathOf();
    prepare(path);
    const shelf = shelfAt(path);
    const session = sessionOn(shelf);
    expect(session.frame(standard)).toEqual(plainFrame(standard));
    await shelf.settled();
    const again = sessionOn(shelfAt(path));
    expect(again.frame(standard)).toEqual(plainFrame(standard));
    expect(again.timesRead()).toBe(1);
    rmSync(dirname(path), { recursive: true, force: true });
  });

  it('costs no answer: a name that is too long', async () => {
    const path = join(dirname(workshopPathOf()), 'n'.repeat(250));
    const shelf = shelfAt(path);
    expect(sessionOn(shelf).frame(standard)).toEqual(plainFrame(standard));
    await shelf.settled();
    expect(filesBeside(path)).toEqual([]);
  });

  it('is not written through a link, nor read through one', async () => {
    const path = workshopPathOf();
    await keepAt(path);
    const elsewhere = join(dirname(path), 'elsewhere');
    writeFileSync(elsewhere, readFileSync(shelfPath(path, 'baseline')));
    rmSync(shelfPath(path, 'baseline'));
    symlinkSync(elsewhere, shelfPath(path, 'baseline'));
    const before = readFileSync(elsewhere);
    const shelf = shelfAt(path);
    const session = sessionOn(shelf);
    session.frame(standard);
    expect(session.timesRead()).toBe(1);
    await shelf.settled();
    expect(readFileSync(elsewhere).equals(before)).toBe(true);
    expect(existsSync(shelfPath(path, 'baseline'))).toBe(true);
  });
});
