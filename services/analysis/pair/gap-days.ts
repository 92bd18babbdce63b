import { DEFAULT_MATURITY_DAYS } from '../../../core/replay/replay-result.ts';

/** Between older and newer leads: how long a lead may take for its outcome, as the question or else the workshop says. */
export const gapDaysOf = (asked: number | undefined, ofWorkshop: number | null): number =>
  asked ?? ofWorkshop ?? DEFAULT_MATURITY_DAYS;
