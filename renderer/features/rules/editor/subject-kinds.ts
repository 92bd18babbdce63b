import type { Subject, Test } from '../../../../core/rule-set/rule-set.ts';
import type { HistoryTable } from '../../../stores/history-store.ts';

/** What differs between a condition on a lead and one on an activity. */
export interface SubjectKind<S extends Subject> {
  readonly key: S;
  readonly table: HistoryTable;
  readonly read: (test: Test<S>) => string;
  readonly write: (test: Test<S>, name: string) => Test<S>;
  /** A first test that is valid at once. */
  readonly fresh: (name: string) => Test<S>;
}

export const OF_LEADS: SubjectKind<'attribute'> = {
  key: 'attribute',
  table: 'leads',
  read: (test) => test.attribute,
  write: (test, attribute) => ({ ...test, attribute }),
  fresh: (attribute) => ({ attribute, op: 'exists' }),
};

export const OF_ACTIVITIES: SubjectKind<'property'> = {
  key: 'property',
  table: 'activities',
  read: (test) => test.property,
  write: (test, property) => ({ ...test, property }),
  fresh: (property) => ({ property, op: 'exists' }),
};
