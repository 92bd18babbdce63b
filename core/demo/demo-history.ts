import { createHistoryBuilder, DEFAULT_REFERENCE_DATE_MS, type RowOutcome } from '../history/build-history.ts';
import type { History } from '../history/history.ts';
import { DEMO_TIME_ZONE } from './demo-calendar.ts';
import { DEMO_ATTRIBUTES, DEMO_PROPERTIES, type DemoOptions, demoLeads } from './demo-leads.ts';
import type { DemoTruth } from './demo-truth.ts';

export interface DemoHistory {
  readonly history: History;
  readonly truth: DemoTruth;
}

/** The demo as a history. `goOn` is asked before each lead, with how many there are already; false ends it: null. */
export function demoHistory(options: DemoOptions, goOn: (done: number) => boolean = () => true): DemoHistory | null {
  const builder = createHistoryBuilder({
    timeZone: DEMO_TIME_ZONE,
    referenceDateMs: DEFAULT_REFERENCE_DATE_MS,
    attributeNames: DEMO_ATTRIBUTES,
    propertyNames: DEMO_PROPERTIES,
  });
  const leads = demoLeads(options);
  for (let done = 0; goOn(done); done += 1) {
    const step = leads.next();
    if (step.done) return { history: builder.finish(), truth: step.value };
    const { id, created, cells, activities, stages } = step.value;
    mustBeAdded(builder.addLead(id, created, cells));
    for (const row of activities) mustBeAdded(builder.addActivity(id, row.at, row.type, row.cells));
    for (const row of stages) mustBeAdded(builder.addStage(id, row.at, row.stage, row.amount, row.reason));
  }
  return null;
}

/** The generator writes clean rows; a refused one is its bug. */
function mustBeAdded(outcome: RowOutcome): void {
  if (outcome.kind !== 'added') throw new Error(`the demo wrote a row that is refused: ${JSON.stringify(outcome)}`);
}
