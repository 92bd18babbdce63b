import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PlantedProject, PROJECT_ROOT, plantedProject } from '../support/planted-project.ts';

const asText = (...pieces: readonly string[]): string => pieces.join('');

const TYPED: Readonly<Record<string, string>> = {
  'typescript(no-floating-promises)': 'export const f = (p: Promise<void>): void => {\n  p.then(() => 1);\n};',
  'typescript(no-misused-promises)': 'export const f = (p: Promise<boolean>): number => (p ? 1 : 2);',
  'typescript(await-thenable)': 'export const f = async (n: number): Promise<number> => await n;',
  'typescript(no-unsafe-assignment)': "const x = JSON.parse('1');\nexport const y: unknown = x;",
  'typescript(no-unsafe-member-access)': "export const x: unknown = JSON.parse('{}').a;",
  'typescript(no-unsafe-return)': "export const f = (): string => JSON.parse('1');",
  'typescript(no-unsafe-argument)': "export const f = (n: number): number => n;\nf(JSON.parse('1'));",
  'typescript(no-unsafe-call)': "JSON.parse('1')();",
  'typescript(only-throw-error)': "export const f = (): never => {\n  throw 'text';\n};",
  'typescript(switch-exhaustiveness-check)':
    "export const f = (k: 'a' | 'b'): void => {\n  switch (k) {\n    case 'a':\n      f('b');\n  }\n};",
};

const UNTYPED: Readonly<Record<string, readonly [path: string, text: string]>> = {
  'lint/suspicious/noExplicitAny': ['any.ts', 'export const f = (x: any): unknown => x;\n'],
  'lint/style/noNonNullAssertion': ['assertion.ts', 'export const f = (x: string | undefined): string => x!;\n'],
  'lint/style/noEnum': ['one-of.ts', 'export enum Colour {\n  Red,\n}\n'],
  'lint/style/useFilenamingConvention': ['CamelCase.ts', 'export const a = 1;\n'],
  'lint/style/useNodejsImportProtocol': ['protocol.ts', "import fs from 'fs';\n\nexport const a = fs;\n"],
  'lint/suspicious/noSkippedTests': [
    'skipped.test.ts',
    asText("import { it } from 'vitest';\n\nit.", "skip('is skipped', () => undefined);\n"),
  ],
  'lint/suspicious/noFocusedTests': [
    'focused.test.ts',
    asText("import { it } from 'vitest';\n\nit.", "only('is alone', () => undefined);\n"),
  ],
  'lint/correctness/noUnusedImports': ['unused.ts', "import { join } from 'node:path';\n\nexport const a = 1;\n"],
  'assist/source/organizeImports': [
    'order.ts',
    "import { join } from 'node:path';\nimport { readFileSync } from 'node:fs';\n\nexport const a = [join, readFileSync];\n",
  ],
  format: ['form.ts', 'export const a="double quotes"\n'],
};

interface TypedFindings {
  readonly diagnostics: readonly { readonly code: string; readonly filename: string }[];
}

describe('the lint that knows types', () => {
  let project: PlantedProject;
  let found: readonly string[];

  beforeAll(() => {
    const plants = Object.values(TYPED).map((text, index) => [`core/plant-${index}.ts`, text] as const);
    project = plantedProject(
      { ...(Object.fromEntries(plants) as Record<string, string>), 'core/fine.ts': 'export const fine = 1;\n' },
      ['core/tsconfig.json', 'build/tsconfig.base.json'],
    );
    const config = join(PROJECT_ROOT, 'build/oxlint.jsonc');
    const { output, text } = project.run('oxlint/bin/oxlint', '-c', config, '--type-aware', '-f', 'json', 'core');
    expect(output, text).toMatch(/^\{/);
    const { diagnostics } = JSON.parse(output) as TypedFindings;
    found = diagnostics.map(({ code, filename }) => `${code}: ${filename}`);
  });
  afterAll(() => project.remove());

  it.each(Object.keys(TYPED).map((rule, index) => ({ rule, index })))(
    'given a violation of $rule, then that rule is named',
    ({ rule, index }) => expect(found).toContain(`${rule}: core/plant-${index}.ts`),
  );

  it('given a file without fault, then nothing is found', () => {
    expect(found.filter((line) => line.includes('fine.ts'))).toEqual([]);
  });
});

describe('the lint that needs no types', () => {
  let project: PlantedProject;
  let text: string;

  beforeAll(() => {
    const plants = Object.fromEntries(
      Object.values(UNTYPED).map(([path, source]) => [`core/${path}`, source] as const),
    );
    project = plantedProject(
      { ...plants, 'core/fine.ts': 'export const fine = 1;\n', '.gitignore': 'node_modules\n' },
      ['biome.jsonc'],
    );
    const run = project.run('@biomejs/biome/bin/biome', 'check', '--colors=off', '--max-diagnostics=200', 'core');
    text = run.text;
    expect(run.status, text).toBe(1);
  });
  afterAll(() => project.remove());

  it.each(Object.entries(UNTYPED))('given a violation of %s, then that rule is named', (rule, [path]) => {
    const headings = text.split('\n').filter((line) => line.startsWith(`core/${path}`));
    expect(
      headings.filter((line) => line.includes(rule)),
      text,
    ).not.toEqual([]);
  });

  it('given a file without fault, then nothing is found', () => {
    expect(text).not.toContain('core/fine.ts');
  });
});
