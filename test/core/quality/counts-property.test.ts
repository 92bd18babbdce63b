/** What the findings count in typed arrays, counted again row by row. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type Column, type History, MISSING } from '../../../core/history/history.ts';
import type { QualityFinding } from '../../../core/quality/finding.ts';
import { qualityReport } from '../../../core/quality/quality-report.ts';
import { factsOf, standpointOf } from '../../../core/reference/facts.ts';
import { type LeadRow, leadRows } from '../../../core/reference/lead-rows.ts';
import { DEFAULT_OPTIONS, type Outcome } from '../../../core/replay/replay-result.ts';
import type { StageName } from '../../../core/rule-set/rule-set.ts';
import { randomHistory } from '../../support/random-history.ts';

const RUNS = 1000;
const SEED = 20_251_125;

/** Random histories have no addresses: a few, some alike, by the lead's number. */
const EMAILS = ['a@b.com', 'A@B.com', 'c@b.com', 'c@b.com', 'nobody', 'd@gmail.com', 'info@b.com'];
const withEmails = (history: History, codes: readonly number[]): History => {
  const email: Column = {
    name: 'E-mail',
    kind: 'text',
    cells: EMAILS,
    codes: Int32Array.from({ length: history.leads.count }, (_, lead) => codes[lead] ?? MISSING),
  };
  return { ...history, leads: { ...history.leads, attributes: [...history.leads.attributes, email] } };
};

const SQL_STAGES: readonly StageName[] = ['sql', 'opportunity', 'won'];

interface Naive {
  readonly byOutcome: Readonly<Record<Outcome, number>>;
  readonly leadsBeforeCreation: number;
  readonly rowsBeforeCreation: number;
  readonly outcomesBeforeCreation: number;
  readonly wonBeforeMql: number;
  readonly missing: Readonly<Record<string, number>>;
  readonly notAnswered: number;
  readonly sharing: number;
  readonly free: number;
}

function countedByHand(history: History): Naive {
  const rows = leadRows(history);
  const standpoint = standpointOf(history, rows, DEFAULT_OPTIONS);
  const outcomes = rows.map((lead) => factsOf(lead, standpoint).outcome);
  const leadsOf = (outcome: Outcome): number => outcomes.filter((found) => found === outcome).length;
  const dayOf = (atMs: number): string =>
    Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(history.timeZone).toPlainDate().toString();
  const isBefore = (atMs: number, otherMs: number): boolean =>
    Temporal.PlainDate.compare(dayOf(atMs), dayOf(otherMs)) < 0;
  const early = (lead: LeadRow) => lead.activities.filter(({ atMs }) => isBefore(atMs, lead.createdAtMs));
  const first = (lead: LeadRow, stage: StageName): number | undefined =>
    lead.stages
      .filter((row) => row.stage === stage)
      .map(({ atMs }) => atMs)
      .sort((left, right) => left - right)[0];
  const cellsOf = (name: string): readonly (string | null)[] => {
    const column = history.leads.attributes.find((candidate) => candidate.name === name);
    return Array.from(column?.codes ?? [], (code) => column?.cells[code] ?? null);
  };
  const names = history.leads.attributes.map(({ name }) => name).filter((name) => name !== 'created');
  const emails = cellsOf('E-mail').map((cell) => (cell?.includes('@') === true ? cell.toLowerCase() : null));
  return {
    byOutcome: {
      converted: leadsOf('converted'),
      'not converted': leadsOf('not converted'),
      immature: leadsOf('immature'),
      unobserved: leadsOf('unobserved'),
      customer: leadsOf('customer'),
    },
    leadsBeforeCreation: rows.filter((lead) => early(lead).length > 0).length,
    rowsBeforeCreation: rows.reduce((sum, lead) => sum + early(lead).length, 0),
    outcomesBeforeCreation: rows.filter((lead) =>
      lead.stages.some(({ stage, atMs }) => SQL_STAGES.includes(stage) && isBefore(atMs, lead.createdAtMs)),
    ).length,
    wonBeforeMql: rows.filter((lead) => {
      const wonMs = first(lead, 'won');
      const mqlMs = first(lead, 'mql');
      return wonMs !== undefined && mqlMs !== undefined && isBefore(wonMs, mqlMs);
    }).length,
    missing: Object.fromEntries(
      names
        .map((name) => [name, cellsOf(name).filter((cell) => cell === null).length] as const)
        .filter(([, count]) => count > 0),
    ),
    notAnswered: names.flatMap(cellsOf).filter((cell) => cell === 'n/a').length,
    sharing: emails.filter((email) => email !== null && emails.filter((other) => other === email).length > 1).length,
    free: cellsOf('E-mail').filter((cell) => cell === 'd@gmail.com').length,
  };
}

type Kind = QualityFinding['kind'];

function countedByFindings(history: History): Naive {
  const report = qualityReport(history);
  const find = <K extends Kind>(kind: K) =>
    report.findings.find((one): one is Extract<QualityFinding, { readonly kind: K }> => one.kind === kind);
  const leads = (kind: Kind): number => find(kind)?.touched.leads ?? 0;
  return {
    byOutcome: {
      converted: report.converted,
      'not converted': report.known - report.converted,
      immature: leads('immature'),
      unobserved: leads('neverWorked'),
      customer: leads('outcomeBeforeCreation'),
    },
    leadsBeforeCreation: leads('activitiesBeforeCreation'),
    rowsBeforeCreation: find('activitiesBeforeCreation')?.rows ?? 0,
    outcomesBeforeCreation: leads('outcomeBeforeCreation'),
    wonBeforeMql:
      find('stageOrder')?.pairs.find(({ first, before }) => first === 'won' && before === 'mql')?.leads ?? 0,
    missing: Object.fromEntries(
      (find('missingValues')?.columns ?? []).map(({ attribute, missing }) => [attribute, missing]),
    ),
    notAnswered: find('notAnswered')?.cells ?? 0,
    sharing: leads('sharedEmails'),
    free: report.findings
      .filter((finding) => finding.kind === 'emailAddresses' && finding.email === 'free')
      .reduce((sum, { touched }) => sum + touched.leads, 0),
  };
}

describe('the counts of the findings', () => {
  it('are those of a count row by row, whatever the history', () => {
    fc.assert(
      fc.property(randomHistory(), fc.array(fc.nat(EMAILS.length), { maxLength: 12, size: 'max' }), (random, codes) => {
        const history = withEmails(
          random.history,
          codes.map((code) => (code === EMAILS.length ? MISSING : code)),
        );
        expect(countedByFindings(history)).toEqual(countedByHand(history));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('of the months add up to the leads of the finding, and no finding is empty or out of order', () => {
    fc.assert(
      fc.property(randomHistory(), ({ history }) => {
        const { findings } = qualityReport(history);
        // Of a longer history the tables show the last 120 months.
        const isShort = Math.min(...history.leads.createdAtMs) > Date.UTC(2024, 0) || history.leads.count === 0;
        for (const { touched } of findings) {
          if (isShort) expect(touched.byMonth.reduce((sum, { leads }) => sum + leads, 0)).toBe(touched.leads);
          expect(touched.examples).toHaveLength(Math.min(5, touched.leads));
          expect(touched.leads).toBeGreaterThan(0);
        }
        expect(findings.map(({ weight }) => weight)).toEqual(
          findings.map(({ weight }) => weight).toSorted((left, right) => right - left),
        );
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});
