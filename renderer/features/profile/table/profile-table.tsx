import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import type { Profile } from '../../../../api/profile.ts';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { useProfile } from '../../../stores/use-stores.tsx';
import type { ProfileRow } from '../model/profile-rows.ts';
import { FIRST_VIEW, type ProfileItem } from '../model/profile-view.ts';
import { rateScale } from '../model/rate-scale.ts';
import { columnsOf } from './columns.ts';
import { GroupCells } from './group-cells.tsx';
import { RowCells } from './row-cells.tsx';
import { TableHead } from './table-head.tsx';

const ROWS_AROUND = 20;

interface ProfileTableProps {
  readonly items: readonly ProfileItem[];
  readonly titleByKey: ReadonlyMap<string, string>;
  readonly profile: Profile;
  readonly open: ProfileRow | null;
  readonly onMade: (id: string) => void;
}

/** Only the rows in sight are in the document; screen readers are told the whole count. */
export const ProfileTable = ({ items, titleByKey, profile, open, onMade }: ProfileTableProps) => {
  const { t } = useMessages();
  const look = useProfile((state) => state.look);
  const isGrouped = useProfile((state) => state.view.isGrouped);
  const scroller = useRef<HTMLDivElement>(null);
  const isRoomy = window.matchMedia('(min-width: 1600px)').matches;
  const rowHeight = isRoomy ? 32 : 28;
  const columns = columnsOf(open !== null && !isRoomy);
  const scale = useMemo(
    () =>
      rateScale(
        items.flatMap((item) => (item.kind === 'row' ? [item.row] : [])),
        profile.base ?? 0,
      ),
    [items, profile],
  );
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: ROWS_AROUND,
  });
  const rows = virtual.getVirtualItems();
  if (items.length === 0) {
    const { sort, descending, ...filters } = FIRST_VIEW;
    return (
      <div className="profile-none">
        <p>{t('profile.noRows')}</p>
        <button type="button" className="button" onClick={() => look({ ...filters, showsUnfit: true })}>
          {t('profile.showAll')}
        </button>
      </div>
    );
  }
  const below = virtual.getTotalSize() - (rows.at(-1)?.end ?? 0);
  return (
    <div className="scroll profile-scroll" ref={scroller} {...scrollRegion(t('profile.table'))}>
      <table className="table profile-table" aria-label={t('profile.table')} aria-rowcount={items.length + 1}>
        <TableHead scale={scale} columns={columns} />
        <tbody>
          <Gap height={rows[0]?.start ?? 0} columns={columns.length} />
          {rows.map(({ index, key, size }) => {
            const item = items[index];
            if (item === undefined) return null;
            return item.kind === 'group' ? (
              <tr key={key} aria-rowindex={index + 2} style={{ height: size }} className="profile-group">
                <GroupCells item={item} columns={columns.length} />
              </tr>
            ) : (
              <tr
                key={key}
                aria-rowindex={index + 2}
                style={{ height: size }}
                className={item.row.key === open?.key ? 'chosen' : ''}
              >
                <RowCells
                  row={item.row}
                  title={titleByKey.get(item.row.key) ?? ''}
                  scale={scale}
                  columns={columns}
                  isGrouped={isGrouped}
                  isOpen={item.row.key === open?.key}
                  onMade={onMade}
                />
              </tr>
            );
          })}
          <Gap height={below} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
};

/** Stands for the rows that are out of sight. */
const Gap = ({ height, columns }: { readonly height: number; readonly columns: number }) =>
  height > 0 ? (
    <tr className="profile-gap">
      <td colSpan={columns} style={{ height }} />
    </tr>
  ) : null;
