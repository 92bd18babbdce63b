/** How often the app's 95 % intervals hold the truth, of histories drawn from one that is known. */
import { type Coverage, coverageOf } from '../support/coverage.ts';
import { RESAMPLED_SETTINGS } from '../support/coverage-resampled.ts';
import { COVERAGE_SETTINGS, WILSON_AT_ONE_RATE } from '../support/coverage-settings.ts';

const SEED = 20_261_125;
/** Leaves an error of 0.07 points. */
const HISTORIES = 100_000;

/** Of those that are drawn again themselves; an error of 0.35 points. */
const RESAMPLED_HISTORIES = 4000;

export const measureCoverage = (): readonly Coverage[] => [
  ...[...COVERAGE_SETTINGS, ...WILSON_AT_ONE_RATE].map((setting) => coverageOf(setting, SEED, HISTORIES)),
  ...RESAMPLED_SETTINGS.map((setting) => coverageOf(setting, SEED, RESAMPLED_HISTORIES)),
];
