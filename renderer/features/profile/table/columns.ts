import type { MessageId } from '../../../i18n/catalogue.ts';
import type { ProfileColumn } from '../model/profile-view.ts';

export interface TableColumn {
  readonly name: ProfileColumn | 'notes' | 'rule';
  /** Null where nobody sorts by it. */
  readonly sort: ProfileColumn | null;
  readonly label: MessageId;
  readonly help: MessageId | null;
  /** Left out where the details stand beside a narrow table: they tell it too. */
  readonly isWide: boolean;
}

const COLUMNS: readonly TableColumn[] = [
  { name: 'name', sort: 'name', label: 'profile.column.name', help: null, isWide: false },
  { name: 'leads', sort: 'leads', label: 'profile.column.leads', help: 'profile.help.leads', isWide: true },
  {
    name: 'converted',
    sort: 'converted',
    label: 'profile.column.converted',
    help: 'profile.help.converted',
    isWide: false,
  },
  { name: 'rate', sort: 'rate', label: 'profile.column.rate', help: 'profile.help.rate', isWide: false },
  { name: 'lift', sort: 'lift', label: 'profile.column.lift', help: 'profile.help.lift', isWide: false },
  { name: 'weight', sort: 'weight', label: 'profile.column.weight', help: 'profile.help.weight', isWide: true },
  {
    name: 'information',
    sort: 'information',
    label: 'profile.column.information',
    help: 'profile.help.information',
    isWide: true,
  },
  { name: 'notes', sort: null, label: 'profile.column.notes', help: null, isWide: false },
  { name: 'rule', sort: null, label: 'profile.column.rule', help: null, isWide: true },
];

/** The columns of the table; `isNarrow`: beside open details. */
export const columnsOf = (isNarrow: boolean): readonly TableColumn[] =>
  isNarrow ? COLUMNS.filter(({ isWide }) => !isWide) : COLUMNS;
