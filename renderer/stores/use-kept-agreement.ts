import { useEffect, useState } from 'react';
import type { AgreementState } from '../../api/agreement.ts';
import { useStores } from './use-stores.tsx';

/** As it was verified when the workshop was opened, and after each signature; null until the app has answered. */
export const useKeptAgreement = (): AgreementState | null => {
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
