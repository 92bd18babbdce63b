import { itemAt, numberAt } from '../at.ts';
import { DAY_MS } from '../history/history.ts';
import { instantText } from '../time/instant.ts';
import { arrivals, DEMO_END_MS, isFair } from './demo-calendar.ts';
import { sourceCosts } from './demo-costs.ts';
import { type DemoAct, demoJourney, salesCall } from './demo-journey.ts';
import { demoCompany, demoPerson } from './demo-person.ts';
import { type DemoStage, formerDeal, salesStory } from './demo-sales.ts';
import { DEMO_INTERCEPT, DEMO_WEIGHTS, type DemoCounts, type DemoTruth } from './demo-truth.ts';
import { CAMPAIGNS, SALES_OWNERS, SOURCE_INTENT, SOURCE_SHARES, SOURCES, TRADE_FAIR_SOURCE } from './demo-words.ts';
import { createRandom, type Random } from './random.ts';

/** The attributes of `leads.csv` after `id` and `created`. `sales_owner` is filled in at the hand-over: it leaks the outcome. */
export const DEMO_ATTRIBUTES = [
  'name',
  'company',
  'country',
  'industry',
  'employees',
  'job_title',
  'email',
  'phone',
  'source',
  'campaign',
  'language',
  'newsletter',
  'sales_owner',
] as const;
/** The properties of `activities.csv` after `lead`, `at` and `type`. */
export const DEMO_PROPERTIES = ['url', 'campaign', 'channel', 'device', 'agent'] as const;

export interface DemoOptions {
  readonly leads: number;
  /** A whole number; equal seeds give equal rows. */
  readonly seed: number;
}

/** One lead with its rows, cells as in a data folder, rows in the order of time. */
export interface DemoLead {
  readonly id: string;
  readonly created: string;
  /** In the order of `DEMO_ATTRIBUTES`. */
  readonly cells: readonly string[];
  readonly activities: readonly DemoActivityRow[];
  readonly stages: readonly DemoStageRow[];
}

export interface DemoActivityRow {
  readonly at: string;
  readonly type: string;
  /** In the order of `DEMO_PROPERTIES`. */
  readonly cells: readonly string[];
}

export interface DemoStageRow {
  readonly at: string;
  readonly stage: string;
  readonly amount: string;
  readonly reason: string;
}

const CUSTOMER_SHARE = 0.012;
const LEADS_PER_COMPANY = 2.2;

/** The leads of Varda Pumps, oldest first, one at a time so that a caller can report, cancel and write as it goes. */
export function* demoLeads({ leads, seed }: DemoOptions): Generator<DemoLead, DemoTruth, undefined> {
  const random = createRandom(seed);
  const createdMs = arrivals(leads, random);
  const companies = Array.from({ length: Math.ceil(leads / LEADS_PER_COMPANY) }, () => demoCompany(random));
  const probability = new Float64Array(leads);
  const counts: DemoCounts = {
    leads,
    activities: 0,
    stages: 0,
    unworked: 0,
    customers: 0,
    recycled: 0,
    won: 0,
    ties: 0,
  };
  for (let lead = 0; lead < leads; lead += 1) {
    const made = makeLead(numberAt(createdMs, lead), random.pick(companies), random);
    probability[lead] = made.probability;
    countRows(counts, made.acts, made.stages);
    if (made.customer) counts.customers += 1;
    yield rowsOf(`L${String(lead + 1).padStart(6, '0')}`, made, random);
  }
  return { weights: DEMO_WEIGHTS, intercept: DEMO_INTERCEPT, probability, counts, costs: sourceCosts(leads, random) };
}

interface MadeLead {
  readonly createdMs: number;
  readonly cells: readonly string[];
  readonly acts: readonly DemoAct[];
  readonly stages: readonly DemoStage[];
  readonly probability: number;
  readonly customer: boolean;
}

function makeLead(createdMs: number, company: ReturnType<typeof demoCompany>, random: Random): MadeLead {
  const person = demoPerson(company, random);
  const source = isFair(createdMs) && random.chance(0.6) ? TRADE_FAIR_SOURCE : random.weighted(SOURCE_SHARES);
  const intent = random.normal() + itemAt(SOURCE_INTENT, source);
  const journey = demoJourney(createdMs, intent, random);
  const story = salesStory(createdMs, journey, person, random);
  const customer = random.chance(CUSTOMER_SHARE);
  const told = customer ? [formerDeal(createdMs, random), ...story.stages] : story.stages;
  const stages = told.filter(({ atMs }) => atMs <= DEMO_END_MS);
  const worked = stages.some(({ stage }) => stage === 'mql');
  const calls = worked && story.workedAtMs !== null ? salesCalls(story.workedAtMs, random) : [];
  return {
    createdMs,
    cells: [
      person.name,
      person.company,
      person.country,
      person.industry,
      person.employees,
      person.jobTitle,
      person.email,
      person.phone,
      random.chance(0.02) ? '' : itemAt(SOURCES, source),
      random.chance(0.4) ? random.pick(CAMPAIGNS) : '',
      person.language,
      random.chance(0.45) ? 'yes' : 'no',
      worked ? random.pick(SALES_OWNERS) : '',
    ],
    acts: calls.length === 0 ? journey : [...journey, ...calls].toSorted((a, b) => a.atMs - b.atMs),
    stages,
    probability: story.probability,
    customer,
  };
}

const salesCalls = (workedAtMs: number, random: Random): readonly DemoAct[] =>
  Array.from({ length: random.whole(0, 3) }, () =>
    salesCall(workedAtMs + Math.floor((random.exponential(6) * DAY_MS) / 1000) * 1000),
  ).filter(({ atMs }) => atMs <= DEMO_END_MS);

function countRows(counts: DemoCounts, acts: readonly DemoAct[], stages: readonly DemoStage[]): void {
  counts.activities += acts.length;
  counts.stages += stages.length;
  if (stages.length === 0) counts.unworked += 1;
  if (stages.some(({ stage }) => stage === 'recycled')) counts.recycled += 1;
  if (stages.some(({ stage }) => stage === 'won')) counts.won += 1;
  for (let index = 1; index < acts.length; index += 1)
    if (acts[index]?.atMs === acts[index - 1]?.atMs) counts.ties += 1;
}

function rowsOf(id: string, { createdMs, cells, acts, stages }: MadeLead, random: Random): DemoLead {
  const device = random.chance(0.3) ? 'phone' : 'desktop';
  return {
    id,
    created: instantText(createdMs),
    cells,
    activities: acts.map(({ atMs, type, url, campaign, channel, agent }) => ({
      at: instantText(atMs),
      type,
      cells: [url, campaign, channel, url === '' ? '' : device, agent],
    })),
    stages: stages.map(({ atMs, stage, amount, reason }) => ({
      at: instantText(atMs),
      stage,
      amount: amount === null ? '' : String(amount),
      reason,
    })),
  };
}
