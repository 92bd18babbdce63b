import type { Team } from '../seat.ts';
import { type JudgedPair, type Measure, panelAgreement } from './panel-agreement.ts';
import type { Verdict } from './verdict.ts';

/** One row of a file of judgements. */
export interface Judged {
  readonly lead: string;
  readonly seat: Team;
  readonly verdict: Verdict;
}

interface MeasureDocument {
  readonly value: Measure['value'] | null;
  readonly interval: Measure['interval'];
}

/** As `accord panel` prints it. */
export interface PanelDocument {
  readonly format: 'accord.panel/1';
  /** Judged by both seats; others are left out. */
  readonly leads: number;
  readonly raw: number | null;
  readonly kappa: MeasureDocument;
  readonly ac1: MeasureDocument;
  readonly alpha: MeasureDocument;
  readonly stricter: Team | null;
  readonly midP: number | null;
  readonly disagreements: readonly ({ readonly lead: string } & JudgedPair)[];
}

/** Leads in the order in which they first come; of one lead and seat the last row counts. */
export function panelDocument(rows: readonly Judged[]): PanelDocument {
  const byLead = new Map<string, Partial<Record<Team, Verdict>>>();
  for (const { lead, seat, verdict } of rows) byLead.set(lead, { ...byLead.get(lead), [seat]: verdict });
  const judged = [...byLead].flatMap(([lead, { marketing, sales }]) =>
    marketing === undefined || sales === undefined ? [] : [{ lead, marketing, sales }],
  );
  const { leads, raw, kappa, ac1, alpha, stricter, midP } = panelAgreement(judged);
  return {
    format: 'accord.panel/1',
    leads,
    raw,
    kappa: kappa ?? NO_MEASURE,
    ac1: ac1 ?? NO_MEASURE,
    alpha: alpha ?? NO_MEASURE,
    stricter,
    midP,
    disagreements: judged.filter(({ marketing, sales }) => marketing !== sales),
  };
}

const NO_MEASURE: MeasureDocument = { value: null, interval: null };
