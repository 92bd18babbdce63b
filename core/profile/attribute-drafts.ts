import type { Column } from '../history/history.ts';
import { type InformationValue, informationValue } from '../quality/information-value.ts';
import { bandLevels } from './band-levels.ts';
import { countEntries, countsOfEntries, type EntryCounts } from './entry-counts.ts';
import type { LevelDraft } from './level-draft.ts';
import type { ProfileQuestion } from './profile.ts';
import type { ProfileData } from './profile-data.ts';
import { valueLevels } from './value-levels.ts';

/** An attribute with its levels counted, before they are judged among all others. */
export interface AttributeDraft {
  readonly column: Column;
  readonly cutPoints: readonly number[] | null;
  readonly isConstant: boolean;
  readonly information: InformationValue;
  readonly levels: readonly LevelDraft[];
}

export const hasBands = ({ kind }: Pick<Column, 'kind'>): boolean => kind === 'number' || kind === 'date';

/** Every attribute but `created`, in the order of the history. */
export const attributeDrafts = (
  data: ProfileData,
  cutPoints: ProfileQuestion['cutPoints'],
): readonly AttributeDraft[] =>
  data.quality.attributes.map((column) => {
    const counts = countEntries(column, data);
    const banded = hasBands(column)
      ? bandLevels(column, counts, data.history.timeZone, ownOf(cutPoints, column.name))
      : null;
    const levels = [...(banded?.levels ?? valueLevels(column, counts)), ...missingLevel(column, counts)];
    return {
      column,
      cutPoints: banded?.cutPoints ?? null,
      isConstant: levels.filter(({ counts: { leads } }) => leads > 0).length < 2 && sumOfValues(levels) < 2,
      information: informationValue(
        levels.map(({ counts: { observed, converted } }) => ({ converted, notConverted: observed - converted })),
      ),
      levels,
    };
  });

const sumOfValues = (levels: readonly LevelDraft[]): number => levels.reduce((sum, { values }) => sum + values, 0);

const ownOf = (cutPoints: ProfileQuestion['cutPoints'], attribute: string): readonly number[] | null =>
  Object.hasOwn(cutPoints, attribute) ? (cutPoints[attribute] ?? null) : null;

const missingLevel = ({ name }: Column, counts: EntryCounts): readonly LevelDraft[] =>
  counts.leads[0] === 0
    ? []
    : [
        {
          kind: 'missing',
          value: null,
          band: null,
          values: 0,
          condition: { attribute: name, op: 'missing' },
          entries: [0],
          counts: countsOfEntries([0], counts),
        },
      ];
