/** Draws the leads of a panel, with what was known of each at its moment. */
import { itemAt } from '../../../core/at.ts';
import { DAY_MS } from '../../../core/history/history.ts';
import { panelCandidates } from '../../../core/panel/candidates.ts';
import { type CardFacts, cardFacts } from '../../../core/panel/card-facts.ts';
import { drawSample } from '../../../core/panel/draw-sample.ts';
import { knownAttributes, type LeftOut } from '../../../core/panel/known-attributes.ts';
import { leakingAttributes } from '../../../core/quality/leaking-attributes.ts';
import { qualityData } from '../../../core/quality/quality-data.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import type { AnalysedHistory } from '../analysed-history.ts';

/** Asked with the horizon at the hand-over. */
export interface PanelDrawQuestion {
  readonly ruleSet: RuleSet;
  readonly threshold: number;
  readonly seed: number;
  readonly size: number;
  readonly keptOut: readonly string[];
}

export interface PanelDrawAnswer {
  readonly leftOut: readonly LeftOut[];
  /** In the order in which they are judged. */
  readonly leads: readonly { readonly lead: string; readonly facts: CardFacts }[];
}

const NO_CLIMBS = { leads: [], totals: [], atMs: [] };

export function drawPanel(analysed: AnalysedHistory, question: PanelDrawQuestion): PanelDrawAnswer {
  const { history, facts, options } = analysed;
  const { ruleSet, threshold, seed, size, keptOut } = question;
  const candidates = panelCandidates(history, facts, analysed.climbs({ kind: 'ruleSet', ruleSet }) ?? NO_CLIMBS);
  const quality = qualityData(history, { ...options, horizon: 'outcome' });
  const leaking = leakingAttributes(quality).map(({ attribute }) => attribute);
  const { shown, leftOut } = knownAttributes(history, { keptOut, leaking });
  const byLead = new Map(candidates.map((candidate) => [candidate.lead, candidate]));
  const leads = drawSample(candidates, { seed, size, threshold }).map((lead) => {
    const moment = byLead.get(lead)?.moment ?? { atMs: facts.asOfMs - DAY_MS, isIncluded: false };
    return { lead: itemAt(history.leads.ids, lead), facts: cardFacts(history, shown, lead, moment) };
  });
  return { leftOut, leads };
}
