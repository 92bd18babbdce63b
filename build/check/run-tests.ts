import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Counts } from './counts.ts';
import { ROOT, runTool } from './run-command.ts';

interface Report {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/**
 * Runs one vitest project and counts. Only a passed test is a pass: skipped, pending and to-do tests are failures, and
 * so are a file that breaks before its first test, a run with no tests, and an error outside any test.
 */
export const runTests = (project: string): Counts => {
  const reportPath = join(ROOT, 'out', `test-${project}.json`);
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  rmSync(reportPath, { force: true });
  const succeeded = runTool(
    'vitest/vitest.mjs',
    'run',
    '-c',
    'build/vitest.config.ts',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportPath}`,
  );
  if (!existsSync(reportPath)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(reportPath, 'utf8')) as Report;
  for (const { status, fullName } of report.testResults.flatMap((file) => file.assertionResults)) {
    if (status !== 'passed' && status !== 'failed') console.error(`Not run (${status}), so failed: ${fullName}`);
  }
  return countsOf(report, succeeded);
};

/** Counts a vitest JSON report; `succeeded` is whether the run itself ended well. */
export const countsOf = (report: Report, succeeded: boolean): Counts => {
  const results = report.testResults.flatMap((file) => file.assertionResults);
  const brokenFiles = report.testResults.filter(
    (file) => file.status !== 'passed' && file.assertionResults.every(({ status }) => status === 'passed'),
  ).length;
  const passed = results.filter(({ status }) => status === 'passed').length;
  const failed = results.length - passed + brokenFiles;
  const failedUnseen = failed === 0 && (!succeeded || passed === 0);
  return { passed, failed: failedUnseen ? 1 : failed };
};
