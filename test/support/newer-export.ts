/** What a CRM gives out some weeks after the demo's agreement was signed: too few leads, and all followed up at once. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DAY_MS } from '../../core/history/history.ts';

export interface NewerWeeks {
  /** Leads come in from the Monday after. */
  readonly afterMs: number;
  readonly weeks: number;
  readonly leadsPerWeek: number;
}

const HOUR_MS = 3_600_000;

/** A data folder as the app reads one. Every lead reaches MQL in the demo's draft, and none the level above it. */
export function writeNewerExport(folder: string, { afterMs, weeks, leadsPerWeek }: NewerWeeks): void {
  const fromMs = mondayAfter(afterMs);
  const leads = Array.from({ length: weeks * leadsPerWeek }, (_, place) => {
    const week = Math.floor(place / leadsPerWeek);
    const day = place % 4;
    return { id: `N${String(place + 1).padStart(4, '0')}`, atMs: fromMs + (week * 7 + day) * DAY_MS + 9 * HOUR_MS };
  });
  const at = (ms: number): string => new Date(ms).toISOString();
  mkdirSync(folder, { recursive: true });
  const write = (name: string, lines: readonly string[]) => writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  write('leads.csv', [
    'id,created,company,country,industry,employees,job_title,email,source',
    ...leads.map(
      ({ id, atMs }) =>
        `${id},${at(atMs)},Company ${id},Germany,Chemicals,400,Process Engineer,${id}@plant.example,Partner`,
    ),
  ]);
  write('activities.csv', [
    'lead,at,type,url',
    ...leads.flatMap(({ id, atMs }) => [
      `${id},${at(atMs + HOUR_MS)},demo_request,/demo`,
      `${id},${at(atMs + 2 * HOUR_MS)},call,`,
    ]),
  ]);
  write('stages.csv', [
    'lead,at,stage,reason',
    ...leads.flatMap(({ id, atMs }) => [
      `${id},${at(atMs + 1.5 * HOUR_MS)},mql,`,
      `${id},${at(atMs + 2.5 * HOUR_MS)},sal,`,
    ]),
  ]);
}

/** Midnight in UTC. */
function mondayAfter(ms: number): number {
  const midnight = Math.floor(ms / DAY_MS) * DAY_MS;
  return midnight + (8 - new Date(midnight).getUTCDay()) * DAY_MS;
}
