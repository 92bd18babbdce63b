import type { Profile } from '../../../api/profile.ts';
import { Segments } from '../../components/fields/segments.tsx';
import { Icon } from '../../components/icon.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { useProfile } from '../../stores/use-stores.tsx';
import { isUnfit, subjectMarks } from './model/level-marks.ts';
import { subjectWords } from './model/row-words.ts';

/** What the table shows. */
export const ProfileTools = ({ shown }: { readonly shown: number }) => {
  const { t, format } = useMessages();
  const view = useProfile((state) => state.view);
  const look = useProfile((state) => state.look);
  return (
    <div className="profile-tools">
      <Segments
        label={t('profile.filter.kind')}
        value={view.kind}
        choices={(['all', 'attribute', 'behaviour'] as const).map((value) => ({
          value,
          label: t(`profile.filter.${value}`),
        }))}
        onChange={(kind) => look({ kind })}
      />
      <label className="profile-search">
        <Icon name="search" />
        <input
          type="search"
          className="field-input"
          aria-label={t('profile.filter.search')}
          placeholder={t('profile.filter.searchHint')}
          value={view.search}
          onChange={(event) => look({ search: event.currentTarget.value })}
        />
      </label>
      <Check
        label={t('profile.filter.hideChance')}
        checked={view.hidesChance}
        onChange={(hidesChance) => look({ hidesChance })}
      />
      <Check
        label={t('profile.filter.grouped')}
        checked={view.isGrouped}
        onChange={(isGrouped) => look({ isGrouped })}
      />
      <span className="spring" />
      <span className="secondary unbroken" role="status">
        {t('profile.count', { rows: shown, count: format.count(shown) })}
      </span>
    </div>
  );
};

const Check = (props: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) => (
  <label className="check unbroken">
    <input type="checkbox" checked={props.checked} onChange={(event) => props.onChange(event.currentTarget.checked)} />
    {props.label}
  </label>
);

const MOST_NAMES = 4;

/** Which attributes and acts no rule should read, and the way to see them all the same. */
export const HiddenAttributes = ({ profile }: { readonly profile: Profile }) => {
  const messages = useMessages();
  const { t } = messages;
  const showsUnfit = useProfile((state) => state.view.showsUnfit);
  const look = useProfile((state) => state.look);
  // A property value of an act is left out with the act.
  const names = [...profile.attributes, ...profile.behaviours.filter(({ property }) => property === null)]
    .filter((subject) => isUnfit(subjectMarks(subject)))
    .map((subject) => subjectWords(messages, subject));
  if (names.length === 0) return null;
  const first = names.slice(0, MOST_NAMES).join(', ');
  const more = names.length - MOST_NAMES;
  return (
    <div className="profile-hidden">
      {!showsUnfit && (
        <span className="secondary ellipsis" title={names.join(', ')}>
          {t('profile.hidden', {
            attributes: names.length,
            names: more > 0 ? t('profile.hiddenMore', { names: first, more }) : first,
          })}
        </span>
      )}
      <Check
        label={t('profile.filter.showUnfit')}
        checked={showsUnfit}
        onChange={(shows) => look({ showsUnfit: shows })}
      />
    </div>
  );
};
