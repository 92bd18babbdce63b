/** From a history and the standard rule set to the packed store that the kernel works on, by the engine's own steps. */
import type { History } from '../../core/history/history.ts';
import { compileReplay } from '../../core/replay/compile.ts';
import { type LeverPlan, packDemand } from '../../core/replay/packed/lever-plan.ts';
import { DEFAULT_OPTIONS } from '../../core/replay/replay-result.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { historySummary } from '../../services/replay/packed/history-summary.ts';
import { packCrew } from '../../services/replay/packed/pack-crew.ts';
import { openPacked, type PackedHistory, packCompiled } from '../../services/replay/packed/packed-history.ts';
import { createSecondThread } from '../../services/replay/packed/second-thread.ts';
import { SHARING } from '../../services/replay/packed/sharing.ts';
import { standardRuleSet } from './standard-rule-set.ts';

/** The second thread of a replay. */
export const KERNEL_WORKER = new URL('../../services/jobs/kernel-worker.ts', import.meta.url);

export interface PackedStandard {
  readonly packed: PackedHistory;
  /** For rule sets that differ from the standard one in levers. */
  readonly planOf: (ruleSet: RuleSet) => LeverPlan;
}

export function packStandard(history: History, workerUrl: URL | null): PackedStandard {
  const standard = standardRuleSet();
  const compiled = compileReplay(history, standard, DEFAULT_OPTIONS);
  const second = workerUrl === null ? null : createSecondThread(workerUrl);
  const summary = historySummary(compiled);
  const demand = packDemand(standard, summary.longestHours);
  const parts =
    demand === null
      ? null
      : packCompiled('standard', compiled, summary, standard, demand, [], {
          crew: packCrew(second),
          sharing: SHARING,
        });
  if (parts === null) throw new Error('the standard rule set and its history do not fit the packed kernel');
  const packed = openPacked(parts, second);
  return {
    packed: {
      ...packed,
      close: () => {
        packed.close();
        second?.close();
      },
    },
    planOf: (ruleSet) => {
      const asked = packDemand(ruleSet, summary.longestHours);
      if (asked === null) throw new Error('a lever moved beyond the packed kernel');
      return packed.planLevers(ruleSet, asked);
    },
  };
}

export interface PackedBytes {
  /** What the kernel must read and write at least: each entry and lead once, and each record. */
  readonly touched: number;
  /** Of the store; room for records that were never written is never taken from the machine, and left out. */
  readonly held: number;
}

/** Read of an entry; read and written of a lead: where it starts, its info, its first hour, where its records end, its peak. */
const ENTRY_BYTES = 4;
const LEAD_BYTES = 2 + 4 + 4 + 4 + 8;

/** Once the kernel has run. */
export function bytesOf({ packed: { store, threads } }: PackedStandard): PackedBytes {
  let records = 0;
  for (const { endPair, evenRecords, oddRecords } of store.chunks) {
    records += (threads.columns.recordEnds[2 * endPair - 2] ?? 0) - evenRecords;
    records += (threads.columns.recordEnds[2 * endPair - 1] ?? 0) - oddRecords;
  }
  const { words, places } = store.sizes;
  return {
    touched: ENTRY_BYTES * words + LEAD_BYTES * places + records,
    held: store.addresses.records + records,
  };
}
