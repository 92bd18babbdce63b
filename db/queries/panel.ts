/** Panels: which leads were drawn, what the judges saw of each, and who is done with which round. */
import type { CardFacts } from '../../core/panel/card-facts.ts';
import type { PanelSettings } from '../../core/panel/panel-settings.ts';
import { requireTransaction } from '../transaction.ts';
import type { ReadableWorkshop, WritableWorkshop } from '../workshop.ts';

/** The second asks again only what the first disagreed on. */
export type Round = 1 | 2;

export interface StoredPanel {
  readonly id: number;
  readonly name: string;
  readonly seed: number;
  readonly createdAtMs: number;
  readonly round: Round;
  readonly settings: PanelSettings;
}

export interface StoredPanelLead {
  /** From 0, in the order in which they are judged. */
  readonly position: number;
  readonly lead: string;
  readonly facts: CardFacts;
}

interface PanelRow extends Omit<StoredPanel, 'settings'> {
  readonly settings: string;
}

const PANELS = `SELECT id, name, seed, created_at_ms AS createdAtMs, round, settings FROM panel WHERE settings IS NOT NULL`;

const panelOf = (row: PanelRow): StoredPanel => ({ ...row, settings: JSON.parse(row.settings) as PanelSettings });

/** Newest first. */
export const listPanels = ({ database }: ReadableWorkshop): readonly StoredPanel[] =>
  database.prepare<[], PanelRow>(`${PANELS} ORDER BY id DESC`).all().map(panelOf);

export function readPanel({ database }: ReadableWorkshop, id: number): StoredPanel | null {
  const row = database.prepare<[number], PanelRow>(`${PANELS} AND id = ?`).get(id);
  return row === undefined ? null : panelOf(row);
}

/** Leads that were erased since leave gaps between the positions. */
export const listPanelLeads = ({ database }: ReadableWorkshop, panelId: number): readonly StoredPanelLead[] =>
  database
    .prepare<[number], Omit<StoredPanelLead, 'facts'> & { readonly facts: string }>(
      `SELECT position, lead_id AS lead, facts FROM panel_lead WHERE panel_id = ? AND facts IS NOT NULL ORDER BY position`,
    )
    .all(panelId)
    .map(({ facts, ...lead }) => ({ ...lead, facts: JSON.parse(facts) as CardFacts }));

export interface NewPanel extends Pick<StoredPanel, 'name' | 'seed' | 'createdAtMs' | 'settings'> {
  readonly leads: readonly Pick<StoredPanelLead, 'lead' | 'facts'>[];
}

/** Answers the panel's id. */
export function addPanel(workshop: WritableWorkshop, { name, seed, createdAtMs, settings, leads }: NewPanel): number {
  requireTransaction(workshop);
  const { database } = workshop;
  const { lastInsertRowid } = database
    .prepare('INSERT INTO panel (name, seed, created_at_ms, settings) VALUES (?, ?, ?, ?)')
    .run(name, seed, createdAtMs, JSON.stringify(settings));
  const insert = database.prepare(
    'INSERT INTO panel_lead (panel_id, position, lead_id, facts) VALUES (?, CAST(? AS INTEGER), ?, ?)',
  );
  for (const [position, { lead, facts }] of leads.entries())
    insert.run(lastInsertRowid, position, lead, JSON.stringify(facts));
  return Number(lastInsertRowid);
}

export function openSecondRound({ database }: WritableWorkshop, panelId: number): void {
  database.prepare('UPDATE panel SET round = 2 WHERE id = ?').run(panelId);
}

export interface DoneSeat {
  readonly round: Round;
  readonly seatId: number;
}

export const listDone = ({ database }: ReadableWorkshop, panelId: number): readonly DoneSeat[] =>
  database
    .prepare<[number], DoneSeat>(
      'SELECT round, seat_id AS seatId FROM panel_done WHERE panel_id = ? ORDER BY round, at_ms, seat_id',
    )
    .all(panelId);

export function addDone(
  { database }: WritableWorkshop,
  { panelId, round, seatId, atMs }: DoneSeat & { readonly panelId: number; readonly atMs: number },
): void {
  database
    .prepare('INSERT INTO panel_done (panel_id, round, seat_id, at_ms) VALUES (?, CAST(? AS INTEGER), ?, ?)')
    .run(panelId, round, seatId, atMs);
}
