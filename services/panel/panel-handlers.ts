/** Judging: each seat alone, blind to what the others say until all are done. */
import type { PanelCards, PanelSummary } from '../../api/panel.ts';
import type { Reply } from '../../api/reply.ts';
import { panelOutcome } from '../../core/panel/panel-outcome.ts';
import type { ReadableWorkshop, WritableWorkshop } from '../../db/open-workshop.ts';
import { putJudgement } from '../../db/queries/judgements.ts';
import { logStep } from '../../db/queries/log.ts';
import { addDone, listPanels, openSecondRound, readPanel } from '../../db/queries/panel.ts';
import { listSeats, type StoredSeat } from '../../db/queries/seats.ts';
import type { Handler } from '../dispatch.ts';
import { refuse, reply } from '../failure.ts';
import type { OpenWorkshop } from '../workshop/open-workshop.ts';
import { type PanelState, readPanelState, summaryOf } from './panel-state.ts';

type PanelMethod =
  | 'panel.list'
  | 'panel.cards'
  | 'panel.judge'
  | 'panel.finish'
  | 'panel.results'
  | 'panel.secondRound';

export function createPanelHandlers({ open, now }: { readonly open: OpenWorkshop; readonly now: () => number }): {
  readonly [M in PanelMethod]: Handler<M>;
} {
  const change = (panelId: number, work: (workshop: WritableWorkshop) => unknown): Reply<PanelSummary> =>
    open.store('panel', (workshop) => {
      work(workshop);
      return storedSummary(workshop, panelId);
    });
  return {
    'panel.list': async () => {
      const workshop = open.readable();
      if (!workshop.ok) return workshop;
      return reply(
        listPanels(workshop.value).map((panel) => summaryOf(workshop.value, readPanelState(workshop.value, panel))),
      );
    },
    'panel.cards': async ({ panelId, seatId }) => {
      const workshop = open.readable();
      if (!workshop.ok) return workshop;
      const asked = seatOfPanel(workshop.value, panelId, seatId);
      return asked.ok ? reply(cardsOf(asked.value.state, seatId)) : asked;
    },
    'panel.judge': async ({ panelId, seatId, card, verdict, reasonKind, words }) => {
      const judging = judgingSeat(open, panelId, seatId);
      if (!judging.ok) return judging;
      const { cards, panel } = judging.value.state;
      const judged = cards.find(({ position }) => position === card);
      if (judged === undefined) return refuse('notFound', 'This round does not ask about that lead.', 'card');
      const { lead } = judged;
      const opinion = { verdict, reasonKind, words: words.trim() };
      return change(panelId, (workshop) =>
        putJudgement(workshop, { panelId, round: panel.round, lead, seatId, ...opinion, atMs: now() }),
      );
    },
    'panel.finish': async ({ panelId, seatId }) => {
      const judging = judgingSeat(open, panelId, seatId);
      if (!judging.ok) return judging;
      const { state, seat } = judging.value;
      const left = cardsOf(state, seatId).cards.filter(({ mine }) => mine === null).length;
      if (left > 0) return refuse('badInput', `${left} leads are still to be judged.`, 'panelId');
      return change(panelId, (workshop) => finishSeat(workshop, state, seat, now()));
    },
    'panel.results': async ({ panelId }) => {
      const workshop = open.readable();
      if (!workshop.ok) return workshop;
      const state = doneState(workshop.value, panelId);
      if (!state.ok) return state;
      const { all, counted, panel, isDone } = state.value;
      return reply({ panelId, ...panelOutcome(all, counted, panel.round === 2 && isDone(2)) });
    },
    'panel.secondRound': async ({ panelId }) => {
      const workshop = open.writable();
      if (!workshop.ok) return workshop;
      const state = doneState(workshop.value, panelId);
      if (!state.ok) return state;
      const { all, counted, panel } = state.value;
      if (panel.round === 2) return refuse('judged', 'The second round has begun already.', 'panelId');
      const { leads } = panelOutcome(all, counted, false);
      if (leads.every(({ first }) => first.marketing === first.sales))
        return refuse('notFound', 'There is no lead that the teams disagree on.', 'panelId');
      return change(panelId, (writable) => {
        openSecondRound(writable, panelId);
        logStep(writable, { atMs: now(), kind: 'panel.secondRound', detail: { panel: panel.name } });
      });
    },
  };
}

/** After a change, within its transaction. */
export function storedSummary(workshop: ReadableWorkshop, panelId: number): PanelSummary {
  const panel = readPanel(workshop, panelId);
  if (panel === null) throw new Error('a panel that was just there is not');
  return summaryOf(workshop, readPanelState(workshop, panel));
}

/** What a seat said is told to it until it is done: then whoever sits down next cannot look. */
function cardsOf(state: PanelState, seatId: number): PanelCards {
  const { round } = state.panel;
  const isDone = state.isSeatDone(seatId);
  const mine = state.judgements.filter((one) => one.seatId === seatId && one.round === round);
  return {
    round,
    isDone,
    cards: state.cards.map(({ position, lead, facts }) => {
      const said = isDone ? undefined : mine.find((one) => one.lead === lead);
      const { verdict, reasonKind, words } = said ?? NOTHING_SAID;
      return { card: position, facts, mine: verdict === null ? null : { verdict, reasonKind, words } };
    }),
  };
}

const NOTHING_SAID = { verdict: null, reasonKind: null, words: '' };

export interface SeatOfPanel {
  readonly state: PanelState;
  readonly seat: StoredSeat;
}

function seatOfPanel(workshop: ReadableWorkshop, panelId: number, seatId: number): Reply<SeatOfPanel> {
  const panel = readPanel(workshop, panelId);
  if (panel === null) return noPanel();
  const seat = listSeats(workshop).find(({ id }) => id === seatId);
  if (seat === undefined) return refuse('notFound', 'Nobody sits there any more.', 'seatId');
  return reply({ state: readPanelState(workshop, panel), seat });
}

/** The seat, where it may still judge: `judged` where it is done, or both teams are. */
export function judgingSeat(open: OpenWorkshop, panelId: number, seatId: number): Reply<SeatOfPanel> {
  const workshop = open.writable();
  if (!workshop.ok) return workshop;
  const found = seatOfPanel(workshop.value, panelId, seatId);
  if (!found.ok) return found;
  const { state, seat } = found.value;
  if (state.isSeatDone(seatId)) return refuse('judged', `${seat.person} is done with this round.`, 'seatId');
  if (state.isDone(state.panel.round))
    return refuse('judged', 'Both teams are done, and what they said has been open to all since.', 'seatId');
  return found;
}

export function finishSeat(
  workshop: WritableWorkshop,
  { panel, cards }: PanelState,
  seat: StoredSeat,
  atMs: number,
): void {
  const { id: seatId, team, person } = seat;
  addDone(workshop, { panelId: panel.id, round: panel.round, seatId, atMs });
  const detail = { panel: panel.name, round: panel.round, leads: cards.length };
  logStep(workshop, { atMs, kind: 'panel.judged', seat: team, person, detail });
}

/** Of a panel whose first round both teams are done with. */
export function doneState(workshop: ReadableWorkshop, panelId: number): Reply<PanelState> {
  const panel = readPanel(workshop, panelId);
  if (panel === null) return noPanel();
  const state = readPanelState(workshop, panel);
  return state.isDone(1)
    ? reply(state)
    : refuse('blind', 'What one team says stays closed until both are done.', 'panelId');
}

const noPanel = () => refuse('notFound', 'There is no such panel.', 'panelId');
