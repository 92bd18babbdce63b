import type { DemoActivityRow, DemoLead, DemoStageRow } from './demo-leads.ts';

/** Wrong rows that `--dirty` adds, by kind: exactly so many. */
export type DirtCounts = Readonly<Record<Dirt, number>>;
export type Dirt = keyof typeof EVERY;

/** A wrong row of a kind comes with each n-th lead; primes, so that they seldom meet. */
const EVERY = {
  repeatedId: 97,
  unreadableTime: 113,
  unknownLead: 131,
  unknownStage: 151,
  unreadableAmount: 199,
} as const;

export const dirtCounts = (leads: number): DirtCounts => ({
  repeatedId: Math.floor(leads / EVERY.repeatedId),
  unreadableTime: Math.floor(leads / EVERY.unreadableTime),
  unknownLead: Math.floor(leads / EVERY.unknownLead),
  unknownStage: Math.floor(leads / EVERY.unknownStage),
  unreadableAmount: Math.floor(leads / EVERY.unreadableAmount),
});

export interface DirtyRows {
  /** Whether the lead's own row comes a second time. */
  readonly repeated: boolean;
  readonly activities: readonly (DemoActivityRow & { readonly lead: string })[];
  readonly stages: readonly (DemoStageRow & { readonly lead: string })[];
}

/** The wrong rows beside the `ordinal`-th lead (the first is 1); an import has to refuse each, and nothing else. */
export function dirtBeside({ id, created }: DemoLead, ordinal: number): DirtyRows {
  const falls = (dirt: Dirt): boolean => ordinal % EVERY[dirt] === 0;
  const visit = { type: 'page_view', cells: ['/', '', 'web', 'desktop', ''] };
  return {
    repeated: falls('repeatedId'),
    activities: [
      ...(falls('unreadableTime') ? [{ lead: id, at: '31.02.2025 25:00', ...visit }] : []),
      ...(falls('unknownLead') ? [{ lead: `${id}-gone`, at: created, ...visit }] : []),
    ],
    stages: [
      ...(falls('unknownStage') ? [{ lead: id, at: created, stage: 'in review', amount: '', reason: '' }] : []),
      ...(falls('unreadableAmount') ? [{ lead: id, at: created, stage: 'mql', amount: 'approx. 9k', reason: '' }] : []),
    ],
  };
}
