/** Short words for the sources that programmes are written with. */
import type { Band } from '../rule-set/rule-set.ts';
import type { ActivitySlotId } from './activity-slots.ts';
import type { AttributeSlotId } from './attribute-slots.ts';
import type { ConceptWords } from './concept-words.ts';
import type {
  ActivitySource,
  AttributeSource,
  BandsSource,
  PropertySource,
  Reading,
  Readings,
  Repeat,
  SilenceSource,
} from './template.ts';

export const lead = (slot: AttributeSlotId, points: number, reads: Readings): AttributeSource => ({
  kind: 'attribute',
  slot,
  points,
  reads,
});

export const bands = (slot: AttributeSlotId, ...list: readonly Band[]): BandsSource => ({
  kind: 'bands',
  slot,
  bands: list,
});

export const property = (slot: AttributeSlotId, points: number, reads: Readings): PropertySource => ({
  kind: 'property',
  slot,
  points,
  reads,
});

/** Unless said otherwise each counts, at most `max` times. */
export const act = (
  slot: ActivitySlotId,
  points: number,
  max: number,
  repeat: Omit<Repeat, 'max'> = {},
): ActivitySource => ({
  kind: 'activity',
  slot,
  points,
  max,
  ...repeat,
});

/** Each run of silence takes points away, which come back after `forgottenAfterDays`: a debt is not for ever. */
export const silence = (points: number, afterDays: number, max: number, forgottenAfterDays: number): SilenceSource => ({
  kind: 'silence',
  slot: 'anyActivity',
  points,
  afterDays,
  max,
  decay: { kind: 'expire', days: forgottenAfterDays },
});

/**
 * The same as counting visits one by one, read off a total that the system counted: `points` for each `every`, at most `max`
 * times. Bands, not a counter: half a visit gives no half points.
 */
export const visitsCounted = (points: number, every: number, max: number): BandsSource => ({
  kind: 'bands',
  slot: 'visits',
  bands: Array.from({ length: max }, (_none, index) => ({
    from: every * (index + 1),
    ...(index + 1 < max ? { to: every * (index + 2) } : {}),
    points: points * (index + 1),
  })),
});

export const YES: Readings = { 'yes/no': { kind: 'yes' }, number: { kind: 'yes' } };

export const saying = (words: ConceptWords): Reading => ({ kind: 'words', words, op: 'hasWord' });

/** A yes, or a text that says as much. */
export const yesOr = (words: ConceptWords): Readings => ({ ...YES, text: saying(words) });

export const chosen = (...example: readonly string[]): Readings => ({ text: { kind: 'choice', example } });

export const KNOWN: Readings = { text: { kind: 'known' } };
