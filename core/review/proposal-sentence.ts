/** A proposal in words, for the command line; screens have theirs from their catalogue. */
import type { PromiseKind } from '../promises/judged-promise.ts';
import type { RuleSet } from '../rule-set/rule-set.ts';
import type { Proposal, ProposalKind, ProposalReason } from './proposal.ts';

export const proposalSentence = ({ kind }: Proposal): string => SENTENCE[kind];

const SENTENCE: Readonly<Record<ProposalKind, string>> = {
  keep: 'Keep the agreement.',
  adjust: 'Adjust the agreement.',
  reconvene: 'Meet again over the agreement.',
  wait: 'Nothing can be judged yet; import newer history.',
};

export function reasonSentence(reason: ProposalReason, { levels }: Pick<RuleSet, 'levels'>): string {
  switch (reason.kind) {
    case 'broken':
    case 'short': {
      const level = levels.find(({ id }) => id === reason.level)?.name ?? reason.level;
      const how = reason.kind === 'broken' ? 'broke its promise on' : 'fell short, within chance, of its promise on';
      return `${TEAM[reason.whose]} ${how} ${PROMISE[reason.promise]} (${level}).`;
    }
    case 'kept':
      return `${reason.promises} of ${reason.judged} promises that can be judged were kept.`;
    case 'bandsMoved':
      return 'Leads score otherwise than before.';
    case 'conversionMoved':
      return `Leads with a score ${rangeText(reason.from, reason.to)} convert ${reason.isLower ? 'worse' : 'better'} than before.`;
    case 'ruleSilent':
      return `No lead meets the rule "${reason.rule}" any more.`;
    case 'ruleLost':
      return `The rule "${reason.rule}" no longer tells leads apart.`;
    case 'ruleReversed':
      return `The leads of the rule "${reason.rule}" now convert the other way round.`;
    case 'inputsMoved':
      return `Other leads come in than before: ${reason.attributes.join(', ')}.`;
  }
}

const TEAM = { marketing: 'Marketing', sales: 'Sales' } as const;

const PROMISE: Readonly<Record<PromiseKind, string>> = {
  volume: 'leads a week',
  conversion: 'conversion',
  data: 'data',
  never: 'leads that are never handed over',
  followUp: 'following up',
  capacity: 'leads followed up a week',
  attempts: 'attempts',
  feedback: 'feedback',
};

function rangeText(from: number | null, to: number | null): string {
  if (from === null) return `under ${to ?? ''}`;
  return to === null ? `of ${from} or more` : `from ${from} to under ${to}`;
}
