import type { AttributeLevel, LevelCounts } from './profile.ts';

/** A level of an attribute before it is judged: which cells it holds, as entries of `EntryCounts`. */
export interface LevelDraft extends Pick<AttributeLevel, 'kind' | 'value' | 'band' | 'values' | 'condition'> {
  readonly entries: readonly number[];
  readonly counts: LevelCounts;
}
