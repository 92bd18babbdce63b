/** What a step of `npm test` found. A check counts as one, a test as one. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}
