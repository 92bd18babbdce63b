/** A small history that is kept all the same, and sessions on it that tell whether they had to read it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { FramePair } from '../../../../api/contract.ts';
import type { History } from '../../../../core/history/history.ts';
import type { RuleSet } from '../../../../core/rule-set/rule-set.ts';
import type { HistoryStamp } from '../../../../db/history/read-history.ts';
import type { PackedParts } from '../../../../services/replay/packed/packed-history.ts';
import type { PackedShelf } from '../../../../services/replay/packed/replay-engine.ts';
import { openReplaySession, type Question, type ReplaySession } from '../../../../services/replay/replay-session.ts';
import { createPackedShelf, type FileShelf, type ShelfParts } from '../../../../services/replay/shelf/packed-shelf.ts';
import { historyOf } from '../../../support/history-of.ts';
import { ruleSetFrom } from '../../../support/rule-set-from.ts';

const smallHistory: History = historyOf({
  leads: Array.from({ length: 120 }, (_, lead) => ({
    created: '2025-01-01',
    cells: { size: String(lead % 7), country: ['RO', 'IT', 'DE'][lead % 3] ?? 'RO' },
    activities: Array.from({ length: lead % 9 }, (__, act) => ({
      at: new Date(Date.UTC(2025, 0, 2) + ((lead * 7 + act * 13) % 97) * 3_600_000 * 5).toISOString(),
      type: ['visit', 'mail', 'call'][(lead + act) % 3] ?? 'visit',
    })),
    stages: lead % 5 === 0 ? [{ at: '2025-01-12', stage: 'sql' as const }] : [],
  })),
});

export interface RuleSetChanges {
  /** A lever. */
  readonly points?: number;
  /** A condition. */
  readonly country?: string;
}

export const smallRuleSet = ({ points = 7, country = 'RO' }: RuleSetChanges = {}): RuleSet =>
  ruleSetFrom({
    rules: [
      {
        id: 'visit',
        name: 'Visit',
        kind: 'activity',
        dimension: 'engagement',
        points,
        on: { type: 'visit' },
        decay: { kind: 'half-life', days: 3 },
      },
      { id: 'mail', name: 'Mail', kind: 'activity', dimension: 'engagement', points: 3, on: { type: 'mail' } },
      {
        id: 'country',
        name: 'Country',
        kind: 'attribute',
        dimension: 'fit',
        points: 4,
        if: { attribute: 'country', op: 'is', value: country },
      },
    ],
    levels: [{ id: 'mql', name: 'MQL', total: 15 }],
  });

export const questionOf = (scenario: RuleSet, baseline: RuleSet = smallRuleSet()): Question => ({
  scenario,
  baseline,
  level: 'mql',
  options: { horizon: 'outcome' },
});

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** In a folder of its own, removed after the test; there is no workshop at it. */
export function workshopPathOf(): string {
  const folder = mkdtempSync(join(tmpdir(), 'accord-shelf-'));
  folders.push(folder);
  return join(folder, 'spring.accord');
}

export const stampWith = (changes: Partial<HistoryStamp> = {}): HistoryStamp => ({
  identity: 'a'.repeat(32),
  version: 1,
  timeZone: 'UTC',
  activities: smallHistory.activities.count,
  ...changes,
});

export const shelfAt = (workshopPath: string, changes: Partial<ShelfParts> = {}): FileShelf =>
  createPackedShelf({ workshopPath, stamp: stampWith(), program: 'this one', leastActivities: 1, ...changes });

export interface CountedSession extends ReplaySession {
  readonly timesRead: () => number;
}

export function sessionOn(shelf: PackedShelf | null): CountedSession {
  let timesRead = 0;
  const session = openReplaySession({
    history: () => {
      timesRead += 1;
      return smallHistory;
    },
    clockMs: () => 0,
    kernelWorkerUrl: null,
    restFromActivities: 0,
    shelf,
  });
  return { ...session, timesRead: () => timesRead };
}

/** The frames without a shelf. */
export const plainFrame = (question: Question): FramePair => sessionOn(null).frame(question);

/** Asks once, so that what was packed for the answer is kept; resolves when it is. What was packed comes back. */
export async function keepAt(workshopPath: string, question = questionOf(smallRuleSet())): Promise<PackedParts> {
  const shelf = shelfAt(workshopPath);
  const given: PackedParts[] = [];
  sessionOn({
    take: shelf.take,
    put: (packed, side) => {
      given.push(packed);
      shelf.put(packed, side);
    },
  }).frame(question);
  await shelf.settled();
  const [packed] = given;
  if (packed === undefined) throw new Error('nothing was packed');
  return packed;
}
