import { useMemo, useState } from 'react';
import type { Profile } from '../../../api/profile.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { useProfile } from '../../stores/use-stores.tsx';
import { RowDetails } from './details/row-details.tsx';
import { chosenRow } from './model/chosen-row.ts';
import { rowsOf } from './model/profile-rows.ts';
import { filteredRows, itemsOf } from './model/profile-view.ts';
import { rowTitle } from './model/row-words.ts';
import { ProfileHead } from './profile-head.tsx';
import { HiddenAttributes, ProfileTools } from './profile-tools.tsx';
import { MadeNotice } from './rule/made-notice.tsx';
import { ProfileTable } from './table/profile-table.tsx';

/** The answer on top, every row below, and beside them the one that is open. */
export const ProfilePage = ({ profile }: { readonly profile: Profile }) => {
  const messages = useMessages();
  const view = useProfile((state) => state.view);
  const chosen = useProfile((state) => state.chosen);
  const isReading = useProfile((state) => state.isReading);
  const [madeId, setMadeId] = useState<string | null>(null);
  const rows = useMemo(() => rowsOf(profile), [profile]);
  const titleByKey = useMemo(() => new Map(rows.map((row) => [row.key, rowTitle(messages, row)])), [rows, messages]);
  const items = useMemo(() => {
    const titleOf = ({ key }: { readonly key: string }): string => titleByKey.get(key) ?? '';
    return itemsOf(filteredRows(rows, view, titleOf), view, titleOf);
  }, [rows, view, titleByKey]);
  const open = chosenRow(rows, chosen);
  return (
    <div className={open === null ? 'profile' : 'profile beside'} aria-busy={isReading}>
      <section className="profile-left" aria-label={messages.t('profile.title')}>
        <ProfileHead profile={profile} rows={rows} />
        <ProfileTools shown={items.filter(({ kind }) => kind === 'row').length} />
        <div className="profile-notices">
          <HiddenAttributes profile={profile} />
          <MadeNotice id={madeId} />
        </div>
        <ProfileTable items={items} titleByKey={titleByKey} profile={profile} open={open} onMade={setMadeId} />
      </section>
      {open !== null && <RowDetails row={open} rows={rows} profile={profile} onMade={setMadeId} />}
    </div>
  );
};
