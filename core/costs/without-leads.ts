import type { CostReport, SourceCosts } from './cost-figures.ts';

/** What was paid for names that no lead bears: a campaign nobody came from, or names of another kind than the leads'. */
export interface CostsWithoutLeads {
  readonly sources: readonly SourceCosts[];
  readonly costCents: number;
}

export function costsWithoutLeads(report: Pick<CostReport, 'sources'>): CostsWithoutLeads {
  const sources = report.sources.filter(isWithoutLeads);
  return { sources, costCents: sources.reduce((sum, { costCents }) => sum + (costCents ?? 0), 0) };
}

export const isWithoutLeads = ({ costCents, leads, leadsWithoutCost }: SourceCosts): boolean =>
  costCents !== null && leads + leadsWithoutCost === 0;
