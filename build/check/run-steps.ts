import type { Counts } from './counts.ts';
import { STEPS, type Step } from './steps.ts';

interface Line extends Counts {
  readonly title: string;
  readonly seconds: string;
}

/** Runs all steps, or those whose name or group is `only`, and resolves to the exit status. Never rejects. */
export const runSteps = async (only: string | undefined): Promise<number> => {
  const started = performance.now();
  const chosen = STEPS.filter(({ name, group }) => only === undefined || name === only || group === only);
  if (chosen.length === 0) {
    const names = [...new Set(STEPS.flatMap(({ name, group }) => [group, name]))];
    console.error(`There is no step ${only}. Steps and groups: ${names.join(', ')}.`);
  }
  const lines: Line[] = [];
  for (const [index, step] of chosen.entries()) {
    console.log(`\n── ${index + 1}/${chosen.length} ${step.title} (${step.name}) ${'─'.repeat(20)}`);
    lines.push(await runStep(step));
  }
  console.log('');
  for (const { title, seconds, passed, failed } of lines) {
    console.log(`${failed === 0 ? '✓' : '✗'} ${seconds.padStart(7)} s  ${title}: ${passed} passed, ${failed} failed`);
  }
  const passed = lines.reduce((sum, line) => sum + line.passed, 0);
  const failed = chosen.length === 0 ? 1 : lines.reduce((sum, line) => sum + line.failed, 0);
  console.log(`${secondsSince(started)} s in all\n\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
};

const runStep = async (step: Step): Promise<Line> => {
  const started = performance.now();
  const counts = await countsOf(step);
  return { title: step.title, seconds: secondsSince(started), ...counts };
};

/** A step that breaks counts as failed, so that the closing line is always printed and always true. */
const countsOf = async (step: Step): Promise<Counts> => {
  try {
    return await step.run();
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  }
};

const secondsSince = (startedMs: number): string => ((performance.now() - startedMs) / 1_000).toFixed(1);
