/** Where everything stood after a step, and what a step did: the difference of two. */
export interface Standing {
  readonly onTheTable: number | null;
  readonly capacity: number | null;
  readonly view: string | null;
  readonly scenarios: readonly StandingScenario[];
  /** Content of the draft of the agreement; absent: nobody writes one. */
  readonly draft?: number;
}

export interface StandingScenario {
  readonly id: number;
  readonly step: number;
  readonly removed: number;
  readonly baseline: number;
}

export type StepKind =
  | 'scenario.made'
  | 'scenario.removed'
  | 'scenario.putBack'
  | 'scenario.edited'
  | 'scenario.chosen'
  | 'baseline.chosen'
  | 'view.set'
  | 'agreement.drafted';

/** `edited`: the scenario that the step made, or whose rules or description it changed, as it stood then. */
export function kindOfStep(
  before: Standing,
  after: Standing,
): { readonly kind: StepKind; readonly edited: StandingScenario | null } {
  const was = new Map(before.scenarios.map((scenario) => [scenario.id, scenario]));
  for (const scenario of after.scenarios) {
    const then = was.get(scenario.id);
    if (then === undefined) return { kind: 'scenario.made', edited: scenario };
    if (then.removed !== scenario.removed)
      return { kind: scenario.removed === 1 ? 'scenario.removed' : 'scenario.putBack', edited: null };
    if (then.baseline !== scenario.baseline) return { kind: 'baseline.chosen', edited: null };
    if (then.step !== scenario.step) return { kind: 'scenario.edited', edited: scenario };
  }
  if (before.draft !== after.draft) return { kind: 'agreement.drafted', edited: null };
  if (before.onTheTable !== after.onTheTable) return { kind: 'scenario.chosen', edited: null };
  return { kind: 'view.set', edited: null };
}
