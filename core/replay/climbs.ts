/** How leads came to a level's peak: all that its threshold sweep reads when a lead would have reached it. */

/**
 * The looks at which a level's peak rose, one entry each: by lead, and of a lead in order of time, with ascending totals. A
 * lead reaches the level with threshold T at its first climb whose total is at least T (REPLAY.md section 3).
 */
export interface Climbs {
  /** Index in `history.leads`. */
  readonly leads: readonly number[];
  readonly totals: readonly number[];
  readonly atMs: readonly number[];
}

/** Of one level, by its index in the rule set; filled by a replay. */
export interface ClimbLog extends Climbs {
  readonly level: number;
  readonly leads: number[];
  readonly totals: number[];
  readonly atMs: number[];
  /** The first lead of the block that is being replayed, and the present one, counted from there. */
  firstLead: number;
  lead: number;
}

export const createClimbLog = (level: number): ClimbLog => ({
  level,
  leads: [],
  totals: [],
  atMs: [],
  firstLead: 0,
  lead: 0,
});

export function addClimb(log: ClimbLog, total: number, atMs: number): void {
  log.leads.push(log.firstLead + log.lead);
  log.totals.push(total);
  log.atMs.push(atMs);
}
