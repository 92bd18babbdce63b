import type { Seat } from '../../core/seat.ts';
import type { ReadableWorkshop } from '../workshop.ts';

export interface ScenarioDocument {
  readonly id: number;
  /** The rule set as it stands, as JSON. */
  readonly document: string;
  readonly seat: Seat;
}

/** Of the scenarios on the list, in the order in which they were made. */
export const listScenarioDocuments = ({ database }: ReadableWorkshop): readonly ScenarioDocument[] =>
  database
    .prepare<[], ScenarioDocument>(
      `SELECT id, document, seat FROM scenario JOIN scenario_step ON scenario_id = id AND step = current_step
        WHERE removed = 0 ORDER BY id`,
    )
    .all();
