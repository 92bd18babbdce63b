/** Who proposes a scenario: one of the two teams, or both together. */
export const SEATS = ['marketing', 'sales', 'both'] as const;
export type Seat = (typeof SEATS)[number];
