import { AlteredNotice } from '../features/agreement/altered-notice.tsx';
import { useMessages } from '../i18n/messages.tsx';
import { hashOf } from '../stores/route-store.ts';
import { useKeptAgreement } from '../stores/use-kept-agreement.ts';
import { useRoute, useScenario } from '../stores/use-stores.tsx';

/** Wherever one looks first after opening: what both signed is not what they signed any more. The Agreement tells it by itself. */
export const AlteredBanner = () => {
  const { t } = useMessages();
  const screen = useRoute((route) => route.screen);
  const versions = useScenario((scenario) => scenario.stored?.versions ?? NONE);
  const state = useKeptAgreement();
  if (state === null || screen === 'agreement') return null;
  const name = versions.find(({ id }) => id === state.alteredRuleSetVersion)?.name ?? '';
  return (
    <AlteredNotice state={state} ruleSetName={name}>
      <a href={hashOf('agreement')}>{t('agreement.altered.show')}</a>
    </AlteredNotice>
  );
};

const NONE: readonly { readonly id: number; readonly name: string }[] = [];
