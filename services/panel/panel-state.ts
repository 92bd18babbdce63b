/** A panel as the screens see it: whom it asks, how far each seat is, and what has come of it. */
import type { PanelSeat, PanelSummary } from '../../api/panel.ts';
import { disagreedLeads, type PanelCardLead } from '../../core/panel/panel-outcome.ts';
import { TEAMS } from '../../core/seat.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { listBallots } from '../../db/queries/ballots.ts';
import { listJudgements, type StoredJudgement } from '../../db/queries/judgements.ts';
import { listDone, listPanelLeads, type Round, type StoredPanel } from '../../db/queries/panel.ts';
import { listSeats } from '../../db/queries/seats.ts';

export interface PanelState {
  readonly panel: StoredPanel;
  readonly all: readonly PanelCardLead[];
  /** Of the present round. */
  readonly cards: readonly PanelCardLead[];
  /** Of seats that are done with their round and took part in what counts; never to be shown before `isDone` says so. */
  readonly counted: readonly StoredJudgement[];
  readonly judgements: readonly StoredJudgement[];
  readonly isDone: (round: Round) => boolean;
  readonly isSeatDone: (seatId: number) => boolean;
}

export function readPanelState(workshop: ReadableWorkshop, panel: StoredPanel): PanelState {
  const all = listPanelLeads(workshop, panel.id);
  const judgements = listJudgements(workshop, panel.id);
  const done = listDone(workshop, panel.id);
  const hasDone = (round: Round, seatId: number): boolean =>
    done.some((one) => one.round === round && one.seatId === seatId);
  // What a seat says that does not get done before the others are is not blind, and does not count.
  const counted = judgements.filter(({ round, seatId }) => hasDone(round, seatId));
  const seats = listSeats(workshop);
  const isDone = (round: Round): boolean =>
    TEAMS.every((team) => seats.some((seat) => seat.team === team && hasDone(round, seat.id)));
  const asked = panel.round === 1 ? null : disagreedLeads(all, counted);
  return {
    panel,
    all,
    cards: asked === null ? all : all.filter(({ lead }) => asked.has(lead)),
    counted,
    judgements,
    isDone,
    isSeatDone: (seatId) => hasDone(panel.round, seatId),
  };
}

export function summaryOf(workshop: ReadableWorkshop, state: PanelState): PanelSummary {
  const { panel, all, cards, judgements } = state;
  const { id, name, createdAtMs, seed, round, settings } = panel;
  const ballots = listBallots(workshop, id);
  const seats = listSeats(workshop).map(({ id: seatId, team, person }): PanelSeat => {
    const isDone = state.isSeatDone(seatId);
    const isOut = ballots.some((one) => one.seatId === seatId && one.round === round && one.takenAtMs === null);
    const judged = judgements.filter((one) => one.seatId === seatId && one.round === round).length;
    return { seatId, team, person, judged, isDone, hasBallotOut: isOut && !isDone };
  });
  return {
    id,
    name,
    createdAtMs,
    seed,
    level: settings.level,
    levelName: settings.levelName,
    threshold: settings.threshold,
    leads: all.length,
    leftOut: settings.leftOut,
    round,
    cards: cards.length,
    seats,
    hasResults: state.isDone(1),
    isRoundDone: state.isDone(round),
  };
}
