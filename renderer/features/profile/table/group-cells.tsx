import { useMessages } from '../../../i18n/messages.tsx';
import { subjectMarks } from '../model/level-marks.ts';
import type { ProfileItem } from '../model/profile-view.ts';
import { subjectWords } from '../model/row-words.ts';
import { Marks } from './marks.tsx';

interface GroupCellsProps {
  readonly item: Extract<ProfileItem, { readonly kind: 'group' }>;
  readonly columns: number;
}

/** An attribute or an act above its rows: what it tells as a whole, and which way its bands go. */
export const GroupCells = ({ item, columns }: GroupCellsProps) => {
  const messages = useMessages();
  const { t, format } = messages;
  const { first } = item;
  const trend = first.kind === 'attribute' ? first.profile.trend : null;
  return (
    <th scope="rowgroup" colSpan={columns}>
      <span className="profile-group-line">
        <span className="strong">{subjectWords(messages, first.profile)}</span>
        <span className="secondary" title={t('profile.help.information')}>
          {t('profile.group.information', { value: format.decimal(first.informationValue, 2) })}
        </span>
        {trend !== null && <span className="secondary">{t(`profile.group.${trend}`)}</span>}
        <span className="hint">{t('profile.count', { rows: item.rows, count: format.count(item.rows) })}</span>
        <Marks marks={subjectMarks(first.profile)} />
      </span>
    </th>
  );
};
