import type { AttributeDraft } from './attribute-drafts.ts';
import { type FlaggedAttribute, isOnlySuspicious } from './attribute-flags.ts';
import type { LevelDraft } from './level-draft.ts';
import type { AttributeLevel, AttributeProfile, LevelFigures } from './profile.ts';

/** An attribute as it is shown; `figures`: of its levels, in their order. */
export function attributeProfile(
  draft: AttributeDraft,
  figures: readonly LevelFigures[],
  flagged: FlaggedAttribute,
): AttributeProfile {
  const { flags, signs } = flagged;
  // Who may sell by it has to say: it is marked, and not refused.
  const flag = isOnlySuspicious(flagged) ? undefined : flags[0];
  const levels = draft.levels.flatMap((level, index): readonly AttributeLevel[] => {
    const found = figures[index];
    return found === undefined ? [] : [{ ...said(level), ...found, notARule: notARule(level, flag) }];
  });
  return {
    attribute: draft.column.name,
    kind: draft.column.kind,
    informationValue: draft.information.value,
    byChance: draft.information.byChance,
    flags,
    signs,
    cutPoints: draft.cutPoints,
    trend: trendOf(levels.filter(({ kind }) => kind === 'band')),
    levels: draft.cutPoints === null ? levels.toSorted(byPlace) : levels,
  };
}

const said = ({ kind, value, band, values, condition }: LevelDraft) => ({ kind, value, band, values, condition });

const notARule = (
  { condition }: LevelDraft,
  flag: AttributeLevel['notARule'] | undefined,
): AttributeLevel['notARule'] => (condition === null ? 'others' : (flag ?? null));

/** Values by rank, what is missing after them, the others last. */
const byPlace = (left: AttributeLevel, right: AttributeLevel): number =>
  PLACES[left.kind] - PLACES[right.kind] ||
  (left.rank ?? Number.MAX_SAFE_INTEGER) - (right.rank ?? Number.MAX_SAFE_INTEGER);

const PLACES: Readonly<Record<AttributeLevel['kind'], number>> = { value: 0, band: 0, missing: 1, others: 2 };

function trendOf(bands: readonly AttributeLevel[]): AttributeProfile['trend'] {
  const rates = bands.flatMap(({ rate }) => (rate === null ? [] : [rate]));
  const steps = rates.slice(1).map((rate, index) => Math.sign(rate - (rates[index] ?? rate)));
  if (steps.includes(1) && !steps.includes(-1)) return 'rising';
  return steps.includes(-1) && !steps.includes(1) ? 'falling' : null;
}
