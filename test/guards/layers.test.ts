import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOMS } from '../../build/check/rooms.ts';
import layers from '../../build/layers.config.ts';
import { type PlantedProject, PROJECT_ROOT, plantedProject } from '../support/planted-project.ts';

/** One violation of each rule: the file that commits it and what it imports. */
const PLANTS: Readonly<Record<string, readonly [from: string, to: string]>> = {
  'core-rooms': ['core/a.ts', '../api/target.ts'],
  'core-packages': ['core/b.ts', 'react'],
  'core-without-node': ['core/c.ts', 'node:fs'],
  'api-rooms': ['api/a.ts', '../services/target.ts'],
  'api-packages': ['api/b.ts', 'papaparse'],
  'api-without-node': ['api/c.ts', 'node:path'],
  'db-rooms': ['db/a.ts', '../api/target.ts'],
  'db-packages': ['db/b.ts', 'zod'],
  'services-rooms': ['services/a.ts', '../electron/target.ts'],
  'services-packages': ['services/b.ts', 'react'],
  'services-without-network': ['services/c.ts', 'node:http'],
  'electron-rooms': ['electron/a.ts', '../renderer/target.ts'],
  'electron-packages': ['electron/b.ts', 'papaparse'],
  'cli-rooms': ['cli/a.ts', '../renderer/target.ts'],
  'cli-packages': ['cli/b.ts', 'react'],
  'renderer-rooms': ['renderer/a.ts', '../db/target.ts'],
  'renderer-packages': ['renderer/b.ts', 'temporal-polyfill'],
  'renderer-without-node': ['renderer/c.ts', 'node:fs'],
  'build-rooms': ['build/a.ts', '../core/target.ts'],
  'nobody-imports-test': ['services/d.ts', '../test/target.ts'],
  'nobody-imports-build': ['cli/d.ts', '../build/target.ts'],
  'sqlite-in-db-only': ['services/e.ts', 'better-sqlite3'],
  'electron-in-electron-only': ['services/f.ts', 'electron'],
  'reference-engine-stands-alone': ['core/reference/a.ts', '../replay/target.ts'],
  'columnar-engine-stands-alone': ['core/replay/a.ts', '../reference/target.ts'],
  'statistics-know-counts': ['core/statistics/a.ts', '../replay/target.ts'],
  'no-cycles': ['core/cycle-one.ts', './cycle-two.ts'],
  'no-orphans': ['core/alone.ts', ''],
  resolvable: ['core/lost.ts', './nowhere.ts'],
};

/** Fine files to import; nobody may import the command line, so it has none. */
const TARGETS = [...ROOMS.filter((room) => room !== 'cli'), 'core/replay', 'core/reference'].map(
  (room) => [`${room}/target.ts`, 'export const t = 1;'] as const,
);

const importing = (specifier: string): string =>
  specifier === ''
    ? 'export const alone = 1;'
    : `import type * as it from '${specifier}';\nexport type It = typeof it;`;

interface Cruise {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

describe('the arrows between the rooms', () => {
  let project: PlantedProject;
  let found: readonly string[];

  beforeAll(() => {
    const plants = Object.values(PLANTS).map(([from, to]) => [from, importing(to)] as const);
    project = plantedProject({
      ...(Object.fromEntries([...TARGETS, ...plants]) as Record<string, string>),
      'core/cycle-two.ts': importing('./cycle-one.ts'),
    });
    const { output, text } = project.run(
      'dependency-cruiser/bin/dependency-cruiser.mjs',
      '--config',
      join(PROJECT_ROOT, 'build/layers.config.ts'),
      '--output-type',
      'json',
      ...ROOMS,
    );
    expect(output, text).toMatch(/^\{/);
    const cruise = JSON.parse(output) as Cruise;
    found = cruise.summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
  });
  afterAll(() => project.remove());

  it('given the config, then every rule has a planted violation and a reason', () => {
    expect(new Set(layers.forbidden.map(({ name }) => name))).toEqual(new Set(Object.keys(PLANTS)));
    for (const { name, comment } of layers.forbidden) expect(comment?.length, name).toBeGreaterThan(30);
  });

  it.each(Object.entries(PLANTS))('given a violation of %s, then that rule is named', (rule, [from]) => {
    expect(found).toContain(`${rule}: ${from}`);
  });

  it('given a file that keeps to the arrows, then nothing is found', () => {
    expect(found.filter((line) => line.endsWith('/target.ts'))).toEqual([]);
  });
});
