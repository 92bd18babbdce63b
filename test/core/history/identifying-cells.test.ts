import { describe, expect, it } from 'vitest';
import { identifyingCells } from '../../../core/history/identifying-cells.ts';
import { historyOf } from '../../support/history-of.ts';

const LEADS = 20;

/** Leads 18 and 19 share an address; lead 3 has no telephone. */
const history = historyOf({
  leads: Array.from({ length: LEADS }, (_, lead) => ({
    created: `2025-01-${String(lead + 10)}`,
    cells: {
      email: `lead-${Math.min(lead, 18)}@a.example`,
      phone: lead === 3 ? '' : `+48 22 000 00 ${lead + 10}`,
      country: lead === 0 ? 'MT' : 'PL',
    },
  })),
});

describe('the cells by which other files may name a lead', () => {
  it('given columns where nearly every lead has its own then they are those, and no date', () => {
    expect(identifyingCells(history, 1)).toEqual(['lead-1@a.example', '+48 22 000 00 11']);
  });

  it('given a missing cell, or one that another lead has too, then it is none of them', () => {
    expect(identifyingCells(history, 3)).toEqual(['lead-3@a.example']);
    expect(identifyingCells(history, 19)).toEqual(['+48 22 000 00 29']);
  });

  it('given a cell that is rare in a column of common ones then it names nobody', () => {
    expect(identifyingCells(history, 0)).not.toContain('MT');
  });
});
