import type { ReviewAnswer } from '../../../api/review.ts';

/** A review of a version that is in force. */
export type Reviewed = Extract<ReviewAnswer, { readonly proposal: unknown }>;
