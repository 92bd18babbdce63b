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
};
