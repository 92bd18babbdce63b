/** A worker for the tests of run-job: does what its data says. */
import { type JobControl, serveJob } from '../../../services/jobs/serve-job.ts';

export type TestJob = 'add' | 'refuse' | 'throw' | 'wait' | 'deaf' | 'end' | 'eat';

await serveJob(async ({ job }: { readonly job: TestJob }, control: JobControl) => {
  control.progress({ phase: 'reading', done: 0, total: 2 });
  switch (job) {
    case 'add':
      for (let done = 1; done <= 1_000; done++) control.progress({ phase: 'writing', done, total: 1_000 });
      return { ok: true, value: 3 };
    case 'refuse':
      return { ok: false, error: { kind: 'badSource', detail: 'no rows' } };
    case 'throw':
      throw new RangeError('index 7');
    case 'wait':
      while (!control.isCancelled());
      return { ok: false, error: { kind: 'cancelled', detail: 'put back as it was' } };
    case 'deaf':
      for (;;);
    case 'end':
      process.exit(0);
      break;
    case 'eat': {
      const eaten: unknown[] = [];
      for (;;) eaten.push(Array.from({ length: 10_000 }, () => ({})));
    }
  }
});
