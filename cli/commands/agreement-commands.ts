/** The commands of what two teams settle between them. */
import type { Command } from './command.ts';

export const AGREEMENT_COMMANDS: Readonly<Record<string, Command>> = {
  panel: {
    summary: 'say how far marketing and sales agree, from a file of their judgements',
    help: `accord panel --judgements FILE.csv

Prints one JSON document over the leads that both seats judged: raw, the share on which they say the same; kappa, ac1 and alpha,
each with its 95 % interval (kappa and ac1 by Student's t, alpha by drawing the leads again); stricter, the seat that more often
says no where the other says yes, with midP of McNemar's test; and every lead on which they differ. null where a figure does not
exist. "unsure" is an answer of its own that agrees only with itself.

  --judgements FILE      columns lead, seat (marketing or sales), verdict (yes, no or unsure); CSV or Excel

Example
  accord panel --judgements judgements.csv`,
    load: async () => (await import('./panel.ts')).runPanelCommand,
  },
  verify: {
    summary: 'check that what both teams signed is still what they signed',
    help: `accord verify WORKSHOP

Computes the hash of every kept version of the agreement again, of its signatures, of what became of it, and of every kept rule
set. Where all fit it prints one JSON document: which version is in force, and of each its state, its hash and who signed it when.
Otherwise it names the first that does not match, and the exit status is 1. The file is not changed.

A hash proves that nothing was changed by halves. Who rewrites all of them leaves no trace in the file: compare the hash of a
version with the fingerprint on a printed agreement.

Example
  accord verify spring.accord`,
    load: async () => (await import('./verify.ts')).runVerifyCommand,
  },
};
