/** What each seat said of each lead of a panel, by round. */
import type { Opinion, ReasonKind, Verdict } from '../../core/panel/verdict.ts';
import type { Team } from '../../core/seat.ts';
import type { ReadableWorkshop, WritableWorkshop } from '../workshop.ts';
import type { Round } from './panel.ts';

export interface StoredJudgement extends Opinion {
  readonly round: Round;
  readonly lead: string;
  readonly seatId: number;
  readonly team: Team;
  readonly person: string;
  readonly atMs: number;
}

interface JudgementRow extends Omit<StoredJudgement, 'words' | 'verdict' | 'reasonKind'> {
  readonly verdict: Verdict;
  readonly reasonKind: ReasonKind | null;
  readonly words: string | null;
}

/** By round and seat, in the order of their moments. */
export const listJudgements = ({ database }: ReadableWorkshop, panelId: number): readonly StoredJudgement[] =>
  database
    .prepare<[number], JudgementRow>(
      `SELECT round, lead_id AS lead, seat_id AS seatId, team, person, verdict, reason_kind AS reasonKind, reason AS words,
          at_ms AS atMs
        FROM judgement JOIN seat ON seat.id = seat_id WHERE panel_id = ? ORDER BY round, seat_id, at_ms, lead_id`,
    )
    .all(panelId)
    .map(({ words, ...row }) => ({ ...row, words: words ?? '' }));

export interface NewJudgement extends Opinion {
  readonly panelId: number;
  readonly round: Round;
  readonly lead: string;
  readonly seatId: number;
  readonly atMs: number;
}

/** In place of what the seat said of the lead in this round before. */
export function putJudgement({ database }: WritableWorkshop, judgement: NewJudgement): void {
  const { panelId, round, lead, seatId, verdict, reasonKind, words, atMs } = judgement;
  database
    .prepare(
      `INSERT INTO judgement (panel_id, round, lead_id, seat_id, verdict, reason_kind, reason, at_ms)
        VALUES (?, CAST(? AS INTEGER), ?, ?, ?, ?, ?, ?)
        ON CONFLICT (panel_id, round, lead_id, seat_id) DO UPDATE SET
          verdict = excluded.verdict, reason_kind = excluded.reason_kind, reason = excluded.reason, at_ms = excluded.at_ms`,
    )
    .run(panelId, round, lead, seatId, verdict, reasonKind, words === '' ? null : words, atMs);
}
