/** What came of a panel: how far both teams agree, before and after they talked, and on which leads they do not. */
import { TEAMS, type Team } from '../seat.ts';
import type { CardFacts } from './card-facts.ts';
import { type JudgedPair, type PanelAgreement, panelAgreement } from './panel-agreement.ts';
import { type SeparatingCondition, separatingCondition } from './separating-condition.ts';
import { teamVerdict } from './team-verdict.ts';
import type { Opinion } from './verdict.ts';

export interface PanelOpinion extends Opinion {
  readonly round: 1 | 2;
  readonly lead: string;
  readonly team: Team;
  readonly person: string;
}

export interface PanelCardLead {
  readonly position: number;
  readonly lead: string;
  readonly facts: CardFacts;
}

export interface JudgedLead extends PanelCardLead {
  readonly first: JudgedPair;
  /** What stands after both rounds; where the second did not ask, what the first said. */
  readonly last: JudgedPair;
  readonly opinions: readonly Omit<PanelOpinion, 'lead'>[];
}

export interface PanelOutcome {
  readonly first: PanelAgreement;
  /** After the second round; null before it is done. */
  readonly second: PanelAgreement | null;
  /** In the order in which they were judged; those that one team alone judged are left out. */
  readonly leads: readonly JudgedLead[];
  /** Of the first round, as this team (null: either) says no where the other says yes; null where no condition tells. */
  readonly separating: (SeparatingCondition & { readonly stricter: Team | null }) | null;
}

/** `isSecondDone`: of the second round no opinion counts before all have given theirs. */
export function panelOutcome(
  cards: readonly PanelCardLead[],
  opinions: readonly PanelOpinion[],
  isSecondDone: boolean,
): PanelOutcome {
  const leads = cards.flatMap((card): readonly JudgedLead[] => {
    const own = opinions.filter(({ lead, round }) => lead === card.lead && (round === 1 || isSecondDone));
    const first = pairOf(own.filter(({ round }) => round === 1));
    if (first === null) return [];
    const second = pairOf(own.filter(({ round }) => round === 2));
    return [{ ...card, first, last: second ?? first, opinions: own.map(({ lead, ...opinion }) => opinion) }];
  });
  const first = panelAgreement(leads.map((lead) => lead.first));
  return {
    first,
    second: isSecondDone ? panelAgreement(leads.map(({ last }) => last)) : null,
    leads,
    separating: separatingOf(leads, first.stricter),
  };
}

/** Which leads a second round asks about: all on which the teams do not say the same. */
export const disagreedLeads = (
  cards: readonly PanelCardLead[],
  opinions: readonly PanelOpinion[],
): ReadonlySet<string> =>
  new Set(
    panelOutcome(cards, opinions, false)
      .leads.filter(({ first }) => first.marketing !== first.sales)
      .map(({ lead }) => lead),
  );

function pairOf(opinions: readonly PanelOpinion[]): JudgedPair | null {
  const [marketing, sales] = TEAMS.map((team) =>
    teamVerdict(opinions.filter((one) => one.team === team).map(({ verdict }) => verdict)),
  );
  return marketing && sales ? { marketing, sales } : null;
}

function separatingOf(leads: readonly JudgedLead[], stricter: Team | null): PanelOutcome['separating'] {
  const isDisagreed = ({ marketing, sales }: JudgedPair): boolean => {
    switch (stricter) {
      case 'marketing':
        return marketing === 'no' && sales === 'yes';
      case 'sales':
        return sales === 'no' && marketing === 'yes';
      case null:
        return marketing !== sales;
    }
  };
  const found = separatingCondition(
    leads.map(({ facts, first }) => ({ attributes: facts.attributes, isDisagreed: isDisagreed(first) })),
  );
  return found && { ...found, stricter };
}
