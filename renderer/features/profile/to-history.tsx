import { useMessages } from '../../i18n/messages.tsx';
import { hashOf } from '../../stores/route-store.ts';

/** The way to where leads and outcomes come from. */
export const ToHistory = ({ isPrimary = false }: { readonly isPrimary?: boolean }) => {
  const { t } = useMessages();
  return (
    <a className={isPrimary ? 'button primary profile-button' : 'button profile-button'} href={hashOf('history')}>
      {t('profile.toHistory')}
    </a>
  );
};
