import type { ReactNode } from 'react';
import { useMessages } from '../../../i18n/messages.tsx';
import { useProfile } from '../../../stores/use-stores.tsx';
import type { ProfileRow } from '../model/profile-rows.ts';
import type { RateScale } from '../model/rate-scale.ts';
import { levelWords, subjectWords } from '../model/row-words.ts';
import { RuleCell } from '../rule/rule-cell.tsx';
import type { TableColumn } from './columns.ts';
import { Marks } from './marks.tsx';
import { RateBar } from './rate-bar.tsx';

interface RowCellsProps {
  readonly row: ProfileRow;
  readonly title: string;
  readonly scale: RateScale;
  readonly columns: readonly TableColumn[];
  readonly isOpen: boolean;
  /** Under the name of its attribute or act, which then need not be said again. */
  readonly isGrouped: boolean;
  readonly onMade: (id: string) => void;
}

export const RowCells = ({ columns, ...props }: RowCellsProps) => (
  <>
    <RowName {...props} />
    {columns.slice(1).map(({ name }) => (
      <td key={name} className={`profile-${name}`}>
        {CELLS[name](props)}
      </td>
    ))}
  </>
);

type CellProps = Omit<RowCellsProps, 'columns'>;

const RowName = ({ row, title, isOpen, isGrouped }: CellProps) => {
  const messages = useMessages();
  const { t } = messages;
  const choose = useProfile((state) => state.choose);
  return (
    <th scope="row" className={isGrouped ? 'profile-name grouped' : 'profile-name'} title={title}>
      <button
        type="button"
        className="profile-open ellipsis"
        aria-expanded={isOpen}
        {...(isGrouped ? { 'aria-label': title } : {})}
        onClick={() => choose(isOpen ? null : row)}
      >
        {!isGrouped && (
          <span className="secondary">
            {t('profile.row.title', { subject: subjectWords(messages, row.profile), level: '' })}
          </span>
        )}
        <span className="strong">{levelWords(messages, row)}</span>
      </button>
    </th>
  );
};

const Leads = ({ row: { level } }: CellProps) => <>{useMessages().format.count(level.leads)}</>;

const Converted = ({ row: { level } }: CellProps) => {
  const { t, format } = useMessages();
  return <>{t('profile.of', { converted: format.count(level.converted), observed: format.count(level.observed) })}</>;
};

const Rate = ({ row: { level, marks }, scale }: CellProps) => {
  const { t, format } = useMessages();
  if (level.rate === null) return <span className="hint">{t('profile.unknownRate')}</span>;
  return (
    <span className="profile-rate-cell">
      <span>{format.rate(level.rate, level.interval)}</span>
      <RateBar level={level} scale={scale} isDoubtful={marks.length > 0} />
    </span>
  );
};

const Lift = ({ row: { level } }: CellProps) => {
  const { t, format } = useMessages();
  if (level.lift === null || level.liftInterval === null) return <>–</>;
  const [least] = level.liftInterval;
  return <>{t('profile.lift', { lift: format.decimal(level.lift), least: format.decimal(least) })}</>;
};

const Weight = ({ row: { level } }: CellProps) => {
  const { format } = useMessages();
  return <>{level.weightOfEvidence === null ? '–' : format.signed(level.weightOfEvidence, 2)}</>;
};

const Information = ({ row }: CellProps) => <>{useMessages().format.decimal(row.informationValue, 2)}</>;

const CELLS: Readonly<Record<TableColumn['name'], (props: CellProps) => ReactNode>> = {
  name: (props) => <RowName {...props} />,
  leads: (props) => <Leads {...props} />,
  converted: (props) => <Converted {...props} />,
  rate: (props) => <Rate {...props} />,
  lift: (props) => <Lift {...props} />,
  weight: (props) => <Weight {...props} />,
  information: (props) => <Information {...props} />,
  notes: ({ row }) => <Marks marks={row.marks} />,
  rule: ({ row, title, onMade }) => <RuleCell row={row} title={title} onMade={onMade} />,
};
