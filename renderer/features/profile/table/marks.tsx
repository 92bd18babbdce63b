import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import type { LevelMark } from '../model/level-marks.ts';

/** The gravest in words; all of them in its title and to a screen reader. */
export const Marks = ({ marks }: { readonly marks: readonly LevelMark[] }) => {
  const { t } = useMessages();
  const [first, ...more] = marks;
  if (first === undefined) return null;
  return (
    <span
      className={first === 'chance' ? 'profile-mark hint' : 'profile-mark'}
      title={marks.map((mark) => t(`profile.markHelp.${mark}`)).join(' ')}
    >
      {first !== 'chance' && <Icon name="warning" size={12} />}
      {t(`profile.mark.${first}`)}
      {more.length > 0 && (
        <span className="only-heard">{more.map((mark) => t(`profile.mark.${mark}`)).join(', ')}</span>
      )}
    </span>
  );
};
