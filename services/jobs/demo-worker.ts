/** Entry of the worker that makes a workshop with the demo's history; the file is whole when it answers, or not there. */
import { writeDemoWorkshop } from '../demo/write-demo-workshop.ts';
import { serveJob } from './serve-job.ts';

await serveJob(writeDemoWorkshop);
