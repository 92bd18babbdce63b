/** That seats judged and signed, for the timeline: of judgements how many, never which, since panels judge blind. */
import type { Team } from '../../core/seat.ts';
import type { ReadableWorkshop } from '../workshop.ts';

export interface Judged {
  readonly panelId: number;
  readonly seatId: number;
  readonly panel: string;
  readonly team: Team;
  readonly person: string;
  readonly leads: number;
  /** Of the last judgement. */
  readonly atMs: number;
}

export const listJudged = ({ database }: ReadableWorkshop): readonly Judged[] =>
  database
    .prepare<[], Judged>(
      `SELECT panel_id AS panelId, seat_id AS seatId, panel.name AS panel, team, person,
        count(DISTINCT lead_id) AS leads, max(at_ms) AS atMs
        FROM judgement JOIN panel ON panel.id = panel_id JOIN seat ON seat.id = seat_id
        GROUP BY panel_id, seat_id ORDER BY atMs`,
    )
    .all();
