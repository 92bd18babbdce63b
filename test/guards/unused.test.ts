import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PlantedProject, PROJECT_ROOT, plantedProject } from '../support/planted-project.ts';

describe('the search for what is unused', () => {
  let project: PlantedProject;
  let text: string;

  beforeAll(() => {
    project = plantedProject(
      {
        'package.json': readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8'),
        'cli/main.ts': "import { used } from '../core/half-used.ts';\nimport 'react-nobody-declared';\n\nused();\n",
        'core/half-used.ts': 'export const used = (): number => 1;\nexport const neverUsed = 2;\n',
        'core/never-imported.ts': 'export const alone = 1;\n',
      },
      ['build/knip.jsonc'],
    );
    const run = project.run('knip/bin/knip.js', '-c', 'build/knip.jsonc', '--no-progress');
    text = run.text;
    expect(run.status, text).toBe(1);
  });
  afterAll(() => project.remove());

  it.each([
    ['a file that nothing imports', /core\/never-imported\.ts/],
    ['an export that nobody uses', /neverUsed\s+core\/half-used\.ts/],
    ['a declared package that nobody uses', /recharts\s+package\.json/],
    ['a package that is used and not declared', /react-nobody-declared\s+cli\/main\.ts/],
  ])('given %s, then it is named', (_what, line) => {
    expect(text).toMatch(line);
  });

  it('given what is used, then it is not named', () => {
    expect(text).not.toMatch(/used\s+core\/half-used\.ts:1/);
  });
});
