/** What an import adds to: the workshop's history, its time zone and its reference date. */
import type { DelimitedMapping } from '../../api/import.ts';
import type { History } from '../../core/history/history.ts';
import { readInstant } from '../../core/time/instant.ts';
import { eachActivityChunk } from '../../db/history/read-activity-rows.ts';
import { readHistoryWithoutActivityRows } from '../../db/history/read-history.ts';
import { readSettings } from '../../db/queries/settings.ts';
import type { WritableWorkshop } from '../../db/workshop.ts';
import { overruledKinds } from './mapping/earlier-mapping.ts';
import type { ReadOptions } from './rows/read-data-folder.ts';
import type { KnownActivities } from './rows/stream/activity-store.ts';

export interface ImportBase {
  readonly options: ReadOptions;
  /** To be kept with the workshop; null: no change. */
  readonly referenceDate: string | null;
  readonly warnings: readonly string[];
}

/** Thrown when the history that the import adds to has been replaced. */
export class HistoryChanged extends Error {}

/**
 * A workshop with a history keeps its time zone and its reference date: the leads it has were read with them. `timeZone`:
 * IANA name, for a workshop without a history.
 */
export function importBase(
  workshop: WritableWorkshop,
  version: number,
  timeZone: string | undefined,
  mappings: readonly DelimitedMapping[],
): ImportBase {
  const settings = readSettings(workshop);
  const seed = readHistoryWithoutActivityRows(workshop);
  const isFresh = seed.leads.count === 0;
  const stated = mappings.find((mapping) => mapping.timeZone !== undefined)?.timeZone;
  const zone = isFresh ? (stated ?? timeZone ?? settings.timeZone) : settings.timeZone;
  const wanted = mappings.find((mapping) => mapping.referenceDate !== undefined)?.referenceDate;
  const referenceDate = isFresh && wanted !== undefined ? wanted : settings.referenceDate;
  const kinds = overruledKinds(workshop, mappings);
  return {
    options: {
      timeZone: zone,
      referenceDateMs: readInstant(referenceDate, zone) ?? 0,
      ...(isFresh ? {} : { seed, known: knownActivities(workshop, version, seed) }),
      attributeKinds: kinds.leads,
      propertyKinds: kinds.activities,
    },
    referenceDate: referenceDate === settings.referenceDate ? null : referenceDate,
    warnings:
      wanted === undefined || wanted === referenceDate
        ? []
        : [
            `The reference date of the mapping (${wanted}) was not used: the leads of this workshop have ${referenceDate}.`,
          ],
  };
}

/** Read from the file when they are asked for. */
const knownActivities = (
  workshop: WritableWorkshop,
  version: number,
  { leads, activities }: History,
): KnownActivities => ({
  type: activities.type,
  properties: activities.properties,
  each: (take) => {
    const { offsets } = activities;
    let [lead, row] = [0, 0];
    const isSame = eachActivityChunk(workshop, version, (rows) => {
      const leadOfRow = new Int32Array(rows.rows);
      for (let index = 0; index < rows.rows; index += 1, row += 1) {
        while (lead < leads.count && row >= (offsets[lead + 1] ?? 0)) lead += 1;
        leadOfRow[index] = lead;
      }
      take(rows, leadOfRow);
    });
    if (!isSame) throw new HistoryChanged();
  },
});
