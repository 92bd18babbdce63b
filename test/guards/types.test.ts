import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PlantedProject, plantedProject } from '../support/planted-project.ts';

const PLANTS: Readonly<Record<string, readonly [path: string, text: string, code: string]>> = {
  'the page in the core': ['core/page.ts', 'export const title = document.title;', 'TS2584'],
  'Node in the core': [
    'core/node.ts',
    "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;",
    'TS2591',
  ],
  'a Node global in a screen': ['renderer/process.ts', 'export const home = process.cwd();', 'TS2591'],
  'an indexed read taken for granted': [
    'core/index.ts',
    'export const f = (a: readonly number[]): number => a[0];',
    'TS2322',
  ],
  'undefined for an absent property': [
    'core/absent.ts',
    'export const a: { readonly b?: number } = { b: undefined };',
    'TS2375',
  ],
  'syntax that Node cannot erase': ['core/erase.ts', 'export enum Colour {\n  Red,\n}', 'TS1294'],
};

describe('the compiler', () => {
  let project: PlantedProject;
  let text: string;

  beforeAll(() => {
    const plants = Object.values(PLANTS).map(([path, source]) => [path, source] as const);
    project = plantedProject(
      { ...(Object.fromEntries(plants) as Record<string, string>), 'api/fine.ts': 'export const fine = 1;\n' },
      ['build/tsconfig.base.json', ...['core', 'api', 'renderer'].map((room) => `${room}/tsconfig.json`)],
    );
    text = ['core', 'renderer']
      .map((room) => project.run('typescript/bin/tsc', '-p', room, '--pretty', 'false').text)
      .join('\n');
  });
  afterAll(() => project.remove());

  it.each(Object.entries(PLANTS))('given %s, then it is an error', (_what, [path, , code]) => {
    const lines = text.split('\n').filter((line) => line.startsWith(path));
    expect(
      lines.filter((line) => line.includes(code)),
      text,
    ).not.toEqual([]);
  });
});
