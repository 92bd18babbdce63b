/**
 * The seeded history of the bench, built as columns at once: ten million activities come in seconds. Log-normal counts
 * with a heavy tail (median 6, mean 9.6, a hundredth above 62), 3 % exact ties, 42 % within a session of the one before.
 */
import { createRandom, type Random } from '../../core/demo/random.ts';
import { type Column, type ColumnKind, type History, MISSING } from '../../core/history/history.ts';
import { sharedFloat64, sharedInt32 } from '../../core/replay/shared-columns.ts';
import { instantText } from '../../core/time/instant.ts';
import { BENCH_END_MS, BENCH_START_MS } from './bench-span.ts';
import { benchStages, INTEREST_BY_TYPE, type Prospect } from './bench-stages.ts';
import {
  ACTIVITY_TYPES,
  CAMPAIGNS,
  COUNTRIES,
  DECIDING_SENIORITIES,
  INDUSTRIES,
  JOB_TITLES,
  SOURCES,
  TITLES_PER_SENIORITY,
  TYPE_WEIGHTS,
  URLS,
} from './bench-words.ts';

const SECOND_MS = 1000;
const SESSION_SECONDS = 900;
const MOST_ACTIVITIES = 3_000;

/** About 9.6 times as many activities as leads. The number columns are shared memory. */
export function benchHistory(leads: number, seed = 42): History {
  const random = createRandom(seed);
  const offsets = sharedInt32(leads + 1);
  for (let lead = 0; lead < leads; lead += 1) {
    const count = Math.min(MOST_ACTIVITIES, Math.floor(random.logNormal(6.1, 1)));
    offsets[lead + 1] = (offsets[lead] ?? 0) + count;
  }
  const count = offsets[leads] ?? 0;
  const createdAtMs = sharedFloat64(leads);
  const attributes = attributeColumns(leads);
  const atMs = sharedFloat64(count);
  const types = sharedInt32(count);
  const urls = sharedInt32(count);
  const campaigns = sharedInt32(count);
  const typeDraw = drawTable(TYPE_WEIGHTS);
  const stages = benchStages(leads, random);

  for (let lead = 0; lead < leads; lead += 1) {
    const first = offsets[lead] ?? 0;
    const end = offsets[lead + 1] ?? 0;
    const created =
      BENCH_START_MS + Math.floor((random.uniform() * (BENCH_END_MS - BENCH_START_MS) * 0.95) / SECOND_MS) * SECOND_MS;
    createdAtMs[lead] = created;
    // Some were seen before somebody put them down.
    let at = random.chance(0.05) ? created - random.whole(0, 3 * 86_400) * SECOND_MS : created;
    const meanGapSeconds = ((BENCH_END_MS - created) / SECOND_MS / (end - first + 1)) * 1.3;
    let interest = 0;
    for (let row = first; row < end; row += 1) {
      const gap = random.uniform();
      if (gap >= 0.015) {
        const seconds = gap < 0.45 ? random.uniform() * SESSION_SECONDS : random.exponential(meanGapSeconds);
        at = Math.min(BENCH_END_MS - SECOND_MS, at + Math.floor(seconds) * SECOND_MS);
      }
      atMs[row] = at;
      const type = typeDraw[Math.floor(random.uniform() * typeDraw.length)] ?? 0;
      types[row] = type;
      urls[row] = type === 0 || type === 3 || type === 4 ? Math.floor(random.uniform() ** 2 * URLS.length) : MISSING;
      campaigns[row] = random.uniform() < 0.3 ? Math.floor(random.uniform() * CAMPAIGNS.length) : MISSING;
      interest += INTEREST_BY_TYPE[type] ?? 0;
    }
    const fit = drawAttributes(attributes, lead, end - first, random);
    stages.add(lead, {
      createdAtMs: created,
      activityAtMs: atMs.subarray(first, end),
      interest,
      fit,
    } satisfies Prospect);
  }
  return {
    timeZone: 'UTC',
    leads: {
      count: leads,
      ids: Array.from({ length: leads }, (_, lead) => `L${lead}`),
      createdAtMs,
      attributes: [createdColumn(createdAtMs), ...attributes],
    },
    activities: {
      count,
      offsets,
      atMs,
      type: column('type', 'text', ACTIVITY_TYPES, types),
      properties: [column('url', 'text', URLS, urls), column('campaign', 'text', CAMPAIGNS, campaigns)],
    },
    stages: stages.finish(),
  };
}

const column = (name: string, kind: ColumnKind, cells: readonly string[], codes: Int32Array): Column => ({
  name,
  kind,
  cells,
  codes,
});

/** As files have it: a text for each lead, hardly ever the same. */
function createdColumn(createdAtMs: Float64Array): Column {
  const codeByInstant = new Map<number, number>();
  const codes = sharedInt32(createdAtMs.length);
  createdAtMs.forEach((atMs, lead) => {
    const code = codeByInstant.get(atMs) ?? codeByInstant.size;
    codeByInstant.set(atMs, code);
    codes[lead] = code;
  });
  return column('created', 'date', Array.from(codeByInstant.keys(), instantText), codes);
}

const EMPLOYEES = Array.from({ length: 5_000 }, (_, index) => String(index + 1));
const VISITS = Array.from({ length: 1_000 }, (_, index) => String(index));
const YES_NO = ['yes', 'no'];

const attributeColumns = (leads: number): readonly Column[] => [
  column('job_title', 'text', JOB_TITLES, sharedInt32(leads)),
  column('industry', 'text', INDUSTRIES, sharedInt32(leads)),
  column('employees', 'number', EMPLOYEES, sharedInt32(leads)),
  column('country', 'text', COUNTRIES, sharedInt32(leads)),
  column('source', 'text', SOURCES, sharedInt32(leads)),
  column('total_visits', 'number', VISITS, sharedInt32(leads)),
  column('opt_in', 'yes/no', YES_NO, sharedInt32(leads)),
];

/** Fills one row; answers how well the lead fits, around 0, which its sales outcome depends on. */
function drawAttributes(columns: readonly Column[], lead: number, activities: number, random: Random): number {
  const skewed = (cells: readonly string[]): number => Math.floor(random.uniform() ** 2 * cells.length);
  const title = Math.floor(random.uniform() * JOB_TITLES.length);
  const employees = Math.min(EMPLOYEES.length - 1, Math.floor(Math.exp(random.uniform() * 8.5)));
  const codes = [
    random.chance(0.04) ? MISSING : title,
    skewed(INDUSTRIES),
    random.chance(0.06) ? MISSING : employees,
    skewed(COUNTRIES),
    skewed(SOURCES),
    random.chance(0.3) ? MISSING : Math.min(VISITS.length - 1, Math.floor(activities * random.uniform())),
    Number(random.chance(0.4)),
  ];
  codes.forEach((code, index) => {
    const values = columns[index]?.codes;
    if (values !== undefined) values[lead] = code;
  });
  const decides = DECIDING_SENIORITIES.includes(Math.floor(title / TITLES_PER_SENIORITY));
  return (decides ? 1 : -0.4) + (employees >= 50 ? 0.6 : -0.3);
}

/** A thousand entries, so that one uniform number draws by weight. */
const drawTable = (weights: readonly number[]): Uint8Array =>
  Uint8Array.from(weights.flatMap((weight, index) => Array.from({ length: weight }, () => index)));
