/** Ballots given out to be filled in elsewhere. */
import type { ReadableWorkshop, WritableWorkshop } from '../workshop.ts';
import type { Round } from './panel.ts';

export interface StoredBallot {
  /** 32 hexadecimal digits, never the same twice: what it is known by. */
  readonly nonce: string;
  /** 64 hexadecimal digits: goes out with the ballot, and never comes back. */
  readonly secret: string;
  readonly panelId: number;
  readonly round: Round;
  readonly seatId: number;
  readonly cardsSha256: string;
  /** Null: it is still out. */
  readonly takenAtMs: number | null;
}

const BALLOTS = `SELECT nonce, secret, panel_id AS panelId, round, seat_id AS seatId, cards_sha256 AS cardsSha256,
  taken_at_ms AS takenAtMs FROM ballot`;

export const readBallot = ({ database }: ReadableWorkshop, nonce: string): StoredBallot | null =>
  database.prepare<[string], StoredBallot>(`${BALLOTS} WHERE nonce = ?`).get(nonce) ?? null;

export const listBallots = ({ database }: ReadableWorkshop, panelId: number): readonly StoredBallot[] =>
  database.prepare<[number], StoredBallot>(`${BALLOTS} WHERE panel_id = ? ORDER BY issued_at_ms`).all(panelId);

export function addBallot(
  { database }: WritableWorkshop,
  ballot: Omit<StoredBallot, 'takenAtMs'> & { readonly issuedAtMs: number },
): void {
  database
    .prepare(
      `INSERT INTO ballot (nonce, secret, panel_id, round, seat_id, cards_sha256, issued_at_ms)
        VALUES (@nonce, @secret, @panelId, CAST(@round AS INTEGER), @seatId, @cardsSha256, @issuedAtMs)`,
    )
    .run(ballot);
}

export function takeBallot({ database }: WritableWorkshop, nonce: string, atMs: number): void {
  database.prepare('UPDATE ballot SET taken_at_ms = ? WHERE nonce = ?').run(atMs, nonce);
}
