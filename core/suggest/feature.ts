import type { ActivityFilter, Band, Condition } from '../rule-set/rule-set.ts';

/** Something a lead has or has not, that one rule can ask for. */
export interface Feature {
  /** Orders features whatever the order of the history's rows and cells. */
  readonly key: string;
  /** In words: what the rule is called. */
  readonly name: string;
  readonly asks: FeatureAsk;
  /** Places among the leads to choose on that have it, ascending. */
  readonly rows: Int32Array;
}

export type FeatureAsk =
  | { readonly kind: 'attribute'; readonly attribute: string; readonly if: Condition<'attribute'> }
  | { readonly kind: 'bands'; readonly attribute: string; readonly band: Omit<Band, 'points'> }
  /** At least `every` such activities before the horizon. */
  | { readonly kind: 'activity'; readonly type: string; readonly on: ActivityFilter; readonly every: number };

/** The leads to choose on: with a known outcome, of the older period. */
export interface ChoosingLeads {
  /** Their places in the history. */
  readonly leads: Int32Array;
  /** 1: converted. */
  readonly converted: Uint8Array;
  /** Activities are read strictly before it. */
  readonly horizonMs: Float64Array;
}

/** A feature that fewer leads have, or lack, says nothing for sure: 10, or 0.5 % of the leads. */
export const leastLeads = (leads: number): number => Math.max(10, Math.ceil(leads * 0.005));

/** A cell may be a page long; a name is not. */
export function brief(text: string): string {
  const characters = Array.from(text);
  return characters.length <= MOST_CHARACTERS ? text : `${characters.slice(0, MOST_CHARACTERS - 1).join('')}…`;
}

const MOST_CHARACTERS = 60;

/** `a, b or c`; of many the first three and how many others. */
export function eitherOf(texts: readonly string[]): string {
  const names = texts.map(brief);
  if (names.length > 4) return `${names.slice(0, 3).join(', ')} or ${names.length - 3} others`;
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}
