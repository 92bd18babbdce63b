/** What a review comes to: keep the agreement, adjust it, or meet again over it. */
import type { JudgedPromise, PromiseKind } from '../promises/judged-promise.ts';
import type { BandDrift } from './band-drift.ts';
import type { InputDrift } from './input-drift.ts';
import type { RuleMeaning } from './rule-meaning.ts';

export interface Proposal {
  readonly kind: ProposalKind;
  /** The weightiest first. */
  readonly reasons: readonly ProposalReason[];
}

/** `wait`: nothing can be judged yet. */
export type ProposalKind = 'keep' | 'adjust' | 'reconvene' | 'wait';

export type ProposalReason =
  | {
      readonly kind: 'broken' | 'short';
      readonly whose: 'marketing' | 'sales';
      readonly promise: PromiseKind;
      readonly level: string;
    }
  | { readonly kind: 'kept'; readonly promises: number; readonly judged: number }
  | { readonly kind: 'bandsMoved' }
  | {
      readonly kind: 'conversionMoved';
      readonly from: number | null;
      readonly to: number | null;
      readonly isLower: boolean;
    }
  | { readonly kind: 'ruleSilent' | 'ruleLost' | 'ruleReversed'; readonly ruleId: string; readonly rule: string }
  | { readonly kind: 'inputsMoved'; readonly attributes: readonly string[] };

export interface ProposalFrom {
  readonly promises: readonly JudgedPromise[];
  readonly inputs: readonly InputDrift[];
  readonly bands: BandDrift | null;
  readonly rules: readonly RuleMeaning[];
}

/**
 * Reconvene when the least conversion is broken, both teams broke a promise, or a rule tells the other way round: the definition
 * itself no longer holds. Adjust for one broken promise, a rule without meaning, or scores that moved. Inputs that moved alone
 * are told, and change nothing.
 */
export function proposalOf({ promises, inputs, bands, rules }: ProposalFrom): Proposal {
  const judged = promises.filter(({ verdict }) => verdict.kind !== 'unknown');
  const ofVerdict = (kind: 'broken' | 'short') =>
    promises.flatMap(({ whose, level, figure, verdict }) =>
      verdict.kind === kind ? [{ kind, whose, promise: figure.kind, level } as const] : [],
    );
  const broken = ofVerdict('broken');
  const turned = rules.flatMap(({ ruleId, rule, meaning }): ProposalReason[] => {
    const kind = REASON_BY_MEANING[meaning];
    return kind === null ? [] : [{ kind, ruleId, rule }];
  });
  const moved = (bands?.bands ?? []).flatMap(({ from, to, difference, p }): ProposalReason[] =>
    difference === null || p === null || p >= 0.05
      ? []
      : [{ kind: 'conversionMoved', from, to, isLower: difference.difference < 0 }],
  );
  const drifted = inputs.filter(({ stability }) => stability.isDrift).map(({ attribute }) => attribute);
  const serious: readonly ProposalReason[] = [
    ...broken,
    ...turned,
    ...moved,
    ...(bands?.stability?.isDrift === true ? [{ kind: 'bandsMoved' } as const] : []),
  ];
  const reasons: readonly ProposalReason[] = [
    ...serious,
    ...(judged.length === 0
      ? []
      : [
          {
            kind: 'kept',
            promises: judged.filter(({ verdict }) => verdict.kind === 'held').length,
            judged: judged.length,
          } as const,
        ]),
    ...ofVerdict('short'),
    ...(drifted.length === 0 ? [] : [{ kind: 'inputsMoved', attributes: drifted } as const]),
  ];
  if (judged.length === 0 && serious.length === 0) return { kind: 'wait', reasons };
  const breakers = new Set(broken.map(({ whose }) => whose));
  const isOver =
    broken.some(({ promise }) => promise === 'conversion') ||
    breakers.size === 2 ||
    turned.some(({ kind }) => kind === 'ruleReversed');
  return { kind: isOver ? 'reconvene' : serious.length > 0 ? 'adjust' : 'keep', reasons };
}

const REASON_BY_MEANING = {
  holds: null,
  unknown: null,
  silent: 'ruleSilent',
  lost: 'ruleLost',
  reversed: 'ruleReversed',
} as const;
