/** The panel: both teams judge the same leads, blind and alone; then they see where they agree. */
import * as z from 'zod/mini';
import type { CardFacts } from '../core/panel/card-facts.ts';
import type { LeftOut } from '../core/panel/known-attributes.ts';
import type { Measure } from '../core/panel/panel-agreement.ts';
import type { PanelOutcome } from '../core/panel/panel-outcome.ts';
import type { Opinion } from '../core/panel/verdict.ts';
import { analysisQuestion, type ComparedSide } from './compared.ts';
import type { Seat, Team } from './core-types.ts';

export type { CardFacts } from '../core/panel/card-facts.ts';
export type { PanelAgreement } from '../core/panel/panel-agreement.ts';
export type { JudgedLead, PanelOutcome } from '../core/panel/panel-outcome.ts';

const panelId = z.int();
const seatId = z.int();
/** The place of a card in its panel, from 0: judges are told no lead's id. */
const card = z.int().check(z.nonnegative(), z.maximum(1_000));

export const PANEL_INPUTS = {
  /** Draws leads by the scenario on the table, near its threshold and in all bands of its score; the same seed draws the same. Long. */
  'panel.draw': z.strictObject({
    ...analysisQuestion,
    name: z.string().check(z.minLength(1), z.maxLength(200)),
    seed: z.int().check(z.nonnegative(), z.maximum(2_147_483_647)),
    size: z.int().check(z.minimum(20), z.maximum(40)),
  }),
  /** Newest first. */
  'panel.list': z.strictObject({}),
  /** What this seat is asked in the present round. What it said itself is told until it is done, and what others said never. */
  'panel.cards': z.strictObject({ panelId, seatId }),
  /** In place of what the seat said of this card before. Refused once the seat is done. */
  'panel.judge': z.strictObject({
    panelId,
    seatId,
    card,
    verdict: z.enum(['yes', 'no', 'unsure']),
    reasonKind: z.nullable(z.enum(['company', 'person', 'interest', 'timing', 'budget', 'data'])),
    words: z.string().check(z.maxLength(2_000)),
  }),
  /** The seat has judged every card, and changes nothing any more. */
  'panel.finish': z.strictObject({ panelId, seatId }),
  /** `blind` until both teams are done with the first round. */
  'panel.results': z.strictObject({ panelId }),
  /** How each scenario, the baseline, the hand-over and what became of the leads agree with each team. `blind` as the results. */
  'panel.sides': z.strictObject({ panelId, key: z.string().check(z.maxLength(1_000)) }),
  /** Asks both teams again about the leads they disagree on, when the first round is done. */
  'panel.secondRound': z.strictObject({ panelId }),
  /** The cards of one seat as a page of their own, to be judged without Accord and without a network. */
  'panel.ballot': z.strictObject({ panelId, seatId }),
  /** Takes back what a ballot gave: equal to judging here. `badBallot` for one that was changed, taken already, or is not of this workshop. */
  'panel.importBallot': z.strictObject({ text: z.string().check(z.maxLength(1_000_000)) }),
} as const;

export interface PanelOutputs {
  readonly 'panel.draw': PanelSummary;
  readonly 'panel.list': readonly PanelSummary[];
  readonly 'panel.cards': PanelCards;
  readonly 'panel.judge': PanelSummary;
  readonly 'panel.finish': PanelSummary;
  readonly 'panel.results': PanelResults;
  readonly 'panel.sides': PanelSides;
  readonly 'panel.secondRound': PanelSummary;
  readonly 'panel.ballot': { readonly fileName: string; readonly html: string };
  readonly 'panel.importBallot': PanelSummary;
}

export interface PanelSummary {
  readonly id: number;
  readonly name: string;
  readonly createdAtMs: number;
  readonly seed: number;
  /** Id of the level that the leads are judged for, its name and threshold when they were drawn. */
  readonly level: string;
  readonly levelName: string;
  readonly threshold: number;
  /** Drawn, less what was erased since. */
  readonly leads: number;
  readonly leftOut: readonly LeftOut[];
  readonly round: 1 | 2;
  /** Cards of the present round. */
  readonly cards: number;
  /** Who judges or may judge; marketing first. */
  readonly seats: readonly PanelSeat[];
  /** Both teams are done with the first round. */
  readonly hasResults: boolean;
  /** Both teams are done with the present round: nobody judges any more. */
  readonly isRoundDone: boolean;
}

/** In the present round. */
export interface PanelSeat {
  readonly seatId: number;
  readonly team: Team;
  readonly person: string;
  readonly judged: number;
  readonly isDone: boolean;
  /** A ballot was given out for it and has not come back. */
  readonly hasBallotOut: boolean;
}

export interface PanelCards {
  readonly round: 1 | 2;
  readonly isDone: boolean;
  readonly cards: readonly PanelCard[];
}

export interface PanelCard {
  readonly card: number;
  readonly facts: CardFacts;
  /** Null: not judged yet, or the seat is done. */
  readonly mine: Opinion | null;
}

export interface PanelResults extends PanelOutcome {
  readonly panelId: number;
}

/** Leads of which both say yes or no; "not sure" and what is not known are left out. */
export interface SideAgreement {
  readonly leads: number;
  readonly agreed: number;
  readonly kappa: Measure | null;
}

export type AgreementByTeam = Readonly<Record<Team, SideAgreement>>;

export interface PanelSides {
  readonly sides: readonly (AgreementByTeam & {
    readonly side: ComparedSide;
    /** Of a scenario or the baseline; of the hand-over empty. */
    readonly name: string;
    readonly seat: Seat | null;
    /** Leads of the panel that reach the level, of so many that it can be said of; null: it has no such level. */
    readonly reached: { readonly leads: number; readonly of: number } | null;
  })[];
  /** Converted is yes, not converted is no. */
  readonly outcome: AgreementByTeam & { readonly converted: number; readonly known: number };
  readonly computedInMs: number;
}
