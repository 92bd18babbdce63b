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
  lists: {
    summary: 'write the working lists of a workshop as files for a CRM',
    help: `accord lists WORKSHOP --out DIR

Writes four lists, each as CSV and as an Excel workbook: sales-urgent, sales, nurture and recycle. A row a lead, best first: owner,
due date (in working hours), subject, why, lead, name, score, channel, and for leads to be nurtured how far they are from the next
level and which act would bring them there. Made by the version of the agreement in force with today's data; while none is, by
the scenario on the table. Prints one JSON document: the leads of each list, what has changed since it was last given out, and who
is on none and why. What was given out is remembered in the workshop, unless the app has it open.

  --out DIR              the folder; it is made, and files of the same names are written over

Example
  accord lists spring.accord --out lists`,
    load: async () => (await import('./lists.ts')).runListsCommand,
  },
  review: {
    summary: 'hold what was signed against what happened since',
    help: `accord review WORKSHOP [--from T] [--start rules|handover]

Prints one JSON document: each promise of the version in force with its verdict, where the numbers allow one, and its weeks; how far
attributes and scores have moved (PSI with its critical value) and conversion by score; rules that nobody meets any more or that no
longer tell leads apart; and a proposal to keep, adjust or meet again, with its reasons. The file is not changed.

  --from T               review from this moment on (from when the version is in force)
  --start S              clocks run from reaching the level by the rules (default) or from the recorded handover

Example
  accord review spring.accord`,
    load: async () => (await import('./review.ts')).runReviewCommand,
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
