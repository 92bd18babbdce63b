/** REPLAY.md's, where neither the question nor the workshop says how long a lead may take. */
const DEFAULT_GAP_DAYS = 90;

/** Between older and newer leads: how long a lead may take for its outcome. */
export const gapDaysOf = (asked: number | undefined, ofWorkshop: number | null): number =>
  asked ?? ofWorkshop ?? DEFAULT_GAP_DAYS;
