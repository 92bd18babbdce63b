/** Who proposes a scenario: one of the two teams, or both together. */
export const SEATS = ['marketing', 'sales', 'both'] as const;
export type Seat = (typeof SEATS)[number];

/** Whose people sit at the table. */
export const TEAMS = ['marketing', 'sales'] as const satisfies readonly Seat[];
export type Team = (typeof TEAMS)[number];
