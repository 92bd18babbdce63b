import { useEffect } from 'react';
import type { Profile } from '../../../api/profile.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useWorkshopActions } from '../../frame/use-workshop-actions.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { useHistory, useProfile } from '../../stores/use-stores.tsx';
import { ProfilePage } from './profile-page.tsx';
import { ToHistory } from './to-history.tsx';
import './profile.css';
import './table/table.css';
import './details/details.css';

/** What do the best customers share? */
export const ProfileScreen = () => {
  const { t } = useMessages();
  const leads = useHistory((state) => state.summary?.leads ?? null);
  const profile = useProfile((state) => state.profile);
  const failure = useProfile((state) => state.failure);
  const want = useProfile((state) => state.want);
  const refresh = useProfile((state) => state.refresh);
  const actions = useWorkshopActions();
  const hasLeads = leads !== null && leads > 0;
  useEffect(() => {
    if (hasLeads && profile === null) want();
  }, [hasLeads, profile, want]);
  if (leads === 0) {
    return (
      <EmptyState title={t('profile.empty')} next={t('profile.emptyNext')}>
        <ToHistory isPrimary />
        <button type="button" className="button" onClick={actions.createDemo}>
          {t('profile.demo')}
        </button>
      </EmptyState>
    );
  }
  if (failure !== null) return <FailureNotice failure={failure} onRetry={refresh} />;
  return profile === null ? null : <Answered profile={profile} />;
};

/** A profile needs leads that converted and leads that did not. */
const Answered = ({ profile }: { readonly profile: Profile }) => {
  const { t, format } = useMessages();
  const { observed, converted, immature, unobserved, asOfMs } = profile;
  if (observed === 0) {
    const young = { immature, formatted: format.count(immature), date: format.date(asOfMs) };
    const next = [
      ...(immature > 0 ? [t('profile.unknownYoung', young)] : []),
      ...(unobserved > 0 ? [t('profile.unknownUnworked', { unobserved, formatted: format.count(unobserved) })] : []),
    ];
    return (
      <EmptyState title={t('profile.unknown')} next={next.join(' ')}>
        <ToHistory isPrimary />
      </EmptyState>
    );
  }
  if (converted === 0 || converted === observed) {
    return (
      <EmptyState title={t('profile.noContrast', { converted })} next={t('profile.noContrastNext', { observed })}>
        <ToHistory isPrimary />
      </EmptyState>
    );
  }
  return <ProfilePage profile={profile} />;
};
