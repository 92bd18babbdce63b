import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';

/** Where files may be let go, while they are held over the screen. */
export const DropTarget = () => {
  const { t } = useMessages();
  return (
    <div className="drop-target">
      <Icon name="file" size={32} />
      <p className="drop-title">{t('history.drop.title')}</p>
      <p className="secondary">{t('history.drop.next')}</p>
    </div>
  );
};
