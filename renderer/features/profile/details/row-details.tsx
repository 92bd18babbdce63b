import type { Profile } from '../../../../api/profile.ts';
import { Icon } from '../../../components/icon.tsx';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { hashOf } from '../../../stores/route-store.ts';
import { useProfile } from '../../../stores/use-stores.tsx';
import { LevelCard } from '../chart/level-card.tsx';
import { CutFields } from '../cuts/cut-fields.tsx';
import type { ProfileRow } from '../model/profile-rows.ts';
import { rowTitle } from '../model/row-words.ts';
import { RuleSection } from '../rule/rule-section.tsx';
import { Combine } from './combine.tsx';
import { RowFigures } from './row-figures.tsx';

interface RowDetailsProps {
  readonly row: ProfileRow;
  readonly rows: readonly ProfileRow[];
  readonly profile: Profile;
  readonly onMade: (id: string) => void;
}

/** Everything about one row, in words. */
export const RowDetails = ({ row, rows, profile, onMade }: RowDetailsProps) => {
  const messages = useMessages();
  const { t } = messages;
  const choose = useProfile((state) => state.choose);
  const title = rowTitle(messages, row);
  return (
    <aside className="profile-side scroll" {...scrollRegion(title)}>
      <header className="profile-side-head">
        <h2>{title}</h2>
        <button
          type="button"
          className="tool small"
          aria-label={t('profile.details.close')}
          onClick={() => choose(null)}
        >
          <Icon name="cross" size={12} />
        </button>
      </header>
      <section className="profile-section">
        <RowFigures row={row} profile={profile} />
        {row.marks.map((mark) => (
          <p key={mark} className="profile-warning">
            <Icon name="warning" size={12} />
            <span>
              {t(`profile.markHelp.${mark}`)}{' '}
              {mark !== 'chance' && mark !== 'constant' && (
                <a href={hashOf('history', 'quality')}>{t('profile.details.seeQuality')}</a>
              )}
            </span>
          </p>
        ))}
      </section>
      <RuleSection row={row} onMade={onMade} />
      <LevelCard row={row} profile={profile} />
      {row.kind === 'attribute' && row.profile.cutPoints !== null && <CutFields key={row.group} row={row} />}
      <Combine key={row.key} row={row} rows={rows} />
    </aside>
  );
};
