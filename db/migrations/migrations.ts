import { workshop } from './0010-workshop.ts';
import { history } from './0020-history.ts';
import { imports } from './0030-imports.ts';
import { ruleSets } from './0040-rule-sets.ts';
import { panel } from './0050-panel.ts';
import { agreements } from './0060-agreements.ts';
import { log } from './0070-log.ts';
import { historyIdentity } from './0080-history-identity.ts';
import { keptOut } from './0090-kept-out.ts';
import { importFiles } from './0100-import-files.ts';
import { costsBy } from './0110-costs-by.ts';
import { severalRuleSets } from './0130-several-rule-sets.ts';
import { oneOrderOfSteps } from './0140-one-order-of-steps.ts';
import { signing } from './0150-signing.ts';
import { panelRounds } from './0160-panel-rounds.ts';
import { seatsAndTimeline } from './0170-seats-and-timeline.ts';
import { givenLists } from './0180-given-lists.ts';
import type { Migration } from './migration.ts';

/** In the order in which they run. A released one is never edited: what it got wrong, a later one puts right. */
export const MIGRATIONS: readonly Migration[] = [
  workshop,
  history,
  imports,
  ruleSets,
  panel,
  agreements,
  log,
  historyIdentity,
  keptOut,
  importFiles,
  costsBy,
  severalRuleSets,
  oneOrderOfSteps,
  signing,
  panelRounds,
  seatsAndTimeline,
  givenLists,
];

export const NEWEST_VERSION = Math.max(...MIGRATIONS.map((migration) => migration.version));
