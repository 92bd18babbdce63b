/** Run as a process of its own: opens the workshop given for writing, says so, and holds it until killed. */
import { openWorkshop } from '../../db/open-workshop.ts';

const opened = openWorkshop(process.argv[2] ?? '');
if (!opened.ok) throw new Error(opened.error.detail);
process.stdout.write('open\n');
setInterval(() => opened.value.database.open, 60_000);
