import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePath, safeFileName, workshopFileName } from '../../../services/shell/file-name.ts';

describe('a suggested name', () => {
  it.each([
    ['Spring 2026.csv', 'Spring 2026.csv'],
    ['Łódź – плани.json', 'Łódź – плани.json'],
    ['../../etc/passwd', 'etc passwd'],
    ['..\\..\\evil.csv', 'evil.csv'],
    ['a\0b\nc.csv', 'a b c.csv'],
    ['con.csv', 'File.csv'],
    ['LPT1', 'File'],
    ['...', 'File'],
    ['', 'File'],
    ['report.', 'report'],
    ['invoice\u202Efdp.csv', 'invoice fdp.csv'],
  ])('%j becomes %j', (suggested, name) => {
    expect(safeFileName(suggested, 'File')).toBe(name);
  });

  it('is at most 120 bytes long, keeps its ending and never half a letter', () => {
    const name = safeFileName(`${'ł'.repeat(200)}.json`, 'File');
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
    expect(name).toMatch(/^ł+\.json$/);
  });

  it.each([
    ['Spring', 'Spring.accord'],
    ['Spring.accord', 'Spring.accord'],
    ['', 'Workshop.accord'],
  ])('for a workshop: %j becomes %j', (suggested, name) => {
    expect(workshopFileName(suggested)).toBe(name);
  });
});

describe('a free path', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'accord-free-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is the name itself, else the name with the first free number', () => {
    expect(freePath(folder, 'Spring.accord')).toBe(join(folder, 'Spring.accord'));
    writeFileSync(join(folder, 'Spring.accord'), '');
    writeFileSync(join(folder, 'Spring 2.accord'), '');
    expect(freePath(folder, 'Spring.accord')).toBe(join(folder, 'Spring 3.accord'));
  });
});
