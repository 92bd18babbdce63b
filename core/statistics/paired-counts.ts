/** Leads with a known outcome that A or B or both flag, by outcome. Whole numbers of leads, though expected ones do as well. */
export interface PairedCounts {
  readonly bothConverted: number;
  readonly onlyAConverted: number;
  readonly onlyBConverted: number;
  readonly bothNot: number;
  readonly onlyANot: number;
  readonly onlyBNot: number;
}

/** Leads that A or B or both flag and whose outcome nobody knows. */
export interface PairedUnobserved {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
}

export const NO_LEADS: PairedCounts = {
  bothConverted: 0,
  onlyAConverted: 0,
  onlyBConverted: 0,
  bothNot: 0,
  onlyANot: 0,
  onlyBNot: 0,
};

export const sumOf = (one: PairedCounts, other: PairedCounts): PairedCounts => ({
  bothConverted: one.bothConverted + other.bothConverted,
  onlyAConverted: one.onlyAConverted + other.onlyAConverted,
  onlyBConverted: one.onlyBConverted + other.onlyBConverted,
  bothNot: one.bothNot + other.bothNot,
  onlyANot: one.onlyANot + other.onlyANot,
  onlyBNot: one.onlyBNot + other.onlyBNot,
});

export const leadsOf = (counts: PairedCounts): number =>
  counts.bothConverted +
  counts.bothNot +
  (counts.onlyAConverted + counts.onlyANot) +
  (counts.onlyBConverted + counts.onlyBNot);
