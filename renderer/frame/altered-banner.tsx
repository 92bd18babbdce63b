import { useEffect, useState } from 'react';
import type { AgreementState } from '../../api/agreement.ts';
import { AlteredNotice } from '../features/agreement/altered-notice.tsx';
import { useMessages } from '../i18n/messages.tsx';
import { hashOf } from '../stores/route-store.ts';
import { useRoute, useScenario, useStores } from '../stores/use-stores.tsx';

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

/** As it was verified when the workshop was opened, and after each signature. */
const useKeptAgreement = (): AgreementState | null => {
  const { client, bridge } = useStores();
  const [state, setState] = useState<AgreementState | null>(null);
  useEffect(() => {
    let isWanted = true;
    const load = async () => {
      const reply = await client('agreement.get', {});
      if (isWanted) setState(reply.ok ? reply.value : null);
    };
    void load();
    const stop = bridge.subscribe((event) => {
      if (event.kind === 'changed' && (event.what === 'workshop' || event.what === 'agreement')) void load();
    });
    return () => {
      isWanted = false;
      stop();
    };
  }, [client, bridge]);
  return state;
};
