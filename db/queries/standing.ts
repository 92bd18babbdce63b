/** Where everything stood after a step, and what a step did: the difference of two. */
export interface Standing {
  readonly onTheTable: number | null;
  readonly capacity: number | null;
  readonly view: string | null;
  readonly scenarios: readonly StandingScenario[];
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
  | 'view.set';

/** `edited`: the scenario whose rules or description the step changed, as it stood then. */
export function kindOfStep(
  before: Standing,
  after: Standing,
): { readonly kind: StepKind; readonly edited: StandingScenario | null } {
  const was = new Map(before.scenarios.map((scenario) => [scenario.id, scenario]));
  for (const scenario of after.scenarios) {
    const then = was.get(scenario.id);
    if (then === undefined) return { kind: 'scenario.made', edited: null };
    if (then.removed !== scenario.removed)
      return { kind: scenario.removed === 1 ? 'scenario.removed' : 'scenario.putBack', edited: null };
    if (then.baseline !== scenario.baseline) return { kind: 'baseline.chosen', edited: null };
    if (then.step !== scenario.step) return { kind: 'scenario.edited', edited: scenario };
  }
  if (before.onTheTable !== after.onTheTable) return { kind: 'scenario.chosen', edited: null };
  return { kind: 'view.set', edited: null };
}
