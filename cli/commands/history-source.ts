/** The history that a command reads, out of a data folder or a workshop file, with what its source says of it. */
import type { History } from '../../core/history/history.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { readHistory } from '../../db/history/read-history.ts';
import { closeWorkshop, openWorkshop } from '../../db/open-workshop.ts';
import { listKeptOut } from '../../db/queries/kept-out.ts';
import { readSettings } from '../../db/queries/settings.ts';
import { readDataFolder } from '../../services/import/rows/read-data-folder.ts';
import type { Said } from '../../services/simulate/simulate.ts';
import type { HistoryOptions } from './history-options.ts';

export interface HistorySource extends Said {
  readonly history: History;
  /** The workshop's own; null: it says none. */
  readonly maturityDays: number | null;
  /** Leads a week that sales can follow up; null: the source says none. */
  readonly capacityPerWeek: number | null;
}

/** The failure says what cannot be read, and where. */
export async function readHistorySource(options: HistoryOptions): Promise<Result<HistorySource, string>> {
  const { kind, path } = options.source;
  if (kind === 'data') {
    const read = await readDataFolder(path, {
      timeZone: options.timeZone ?? 'UTC',
      referenceDateMs: options.referenceDateMs,
    });
    return read.ok
      ? ok({ ...read.value, keptOut: [], maturityDays: null, capacityPerWeek: null })
      : fail(read.error.detail);
  }
  const opened = openWorkshop(path, { readOnly: true });
  if (!opened.ok) return fail(opened.error.detail);
  try {
    const { maturityDays, capacityPerWeek } = readSettings(opened.value);
    return ok({
      history: readHistory(opened.value),
      maturityDays,
      capacityPerWeek,
      warnings: [],
      keptOut: listKeptOut(opened.value),
    });
  } finally {
    closeWorkshop(opened.value);
  }
}
