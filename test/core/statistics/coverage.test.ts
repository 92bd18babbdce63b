import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../support/coverage.ts';
import { COVERAGE_SETTINGS, WILSON_AT_ONE_RATE } from '../../support/coverage-settings.ts';

/** Enough for an error of 0.15 points; the bench draws more. */
const HISTORIES = 20_000;

describe('95 % intervals of histories whose truth is known', () => {
  it.each(COVERAGE_SETTINGS.map((setting) => [setting.name, setting] as const))(
    '%s: hold it 94 to 96 times in 100',
    (_, setting) => {
      const { share, runs } = coverageOf(setting, 1, HISTORIES);
      expect(runs).toBe(HISTORIES);
      expect(share).toBeGreaterThan(0.94);
      expect(share).toBeLessThan(0.96);
    },
  );

  it.each(WILSON_AT_ONE_RATE.map((setting) => [setting.name, setting] as const))(
    '%s: hold it 93 to 97 times in 100, as whole leads allow',
    (_, setting) => {
      const { share } = coverageOf(setting, 1, HISTORIES);
      expect(share).toBeGreaterThan(0.93);
      expect(share).toBeLessThan(0.97);
    },
  );
});
