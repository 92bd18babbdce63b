/** How much must be known before a rate is told: the same everywhere, so that no two screens disagree. */

/** Fewer SQLs than this, on either side of a comparison, and counts are told instead of rates (STATISTICS.md 1.4, fallbacks). */
export const LEAST_SQLS = 10;

/** A single cell (a threshold, a band, a month, a row) needs so many known outcomes before its rate is told (STATISTICS.md 4). */
export const LEAST_KNOWN = 20;
