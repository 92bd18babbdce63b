import { useMemo } from 'react';
import type { Subjects } from '../../../core/rule-set/change-rule-kind.ts';
import { useHistory } from '../../stores/use-stores.tsx';

/** What rules can speak of, as far as the history tells; empty lists before anything was imported. */
export interface HistoryNames {
  readonly attributes: readonly string[];
  readonly measures: readonly string[];
  readonly properties: readonly string[];
  readonly types: readonly string[];
  readonly subjects: Subjects;
}

export const useHistoryNames = (): HistoryNames => {
  const summary = useHistory((state) => state.summary);
  return useMemo(() => {
    const attributes = summary?.attributes ?? [];
    const measures = attributes.filter((column) => column.kind === 'number').map((column) => column.name);
    const names = attributes.map((column) => column.name).filter((name) => name !== 'created');
    const types = summary?.activityTypes.map((type) => type.value) ?? [];
    const [attribute = 'created'] = names;
    return {
      attributes: [...names, 'created'],
      measures,
      properties: [
        ...(summary?.properties.map((column) => column.name).filter((name) => name !== 'type') ?? []),
        'type',
      ],
      types,
      subjects: { attribute, measure: measures[0] ?? attribute, activityType: types[0] ?? 'visit' },
    };
  }, [summary]);
};
