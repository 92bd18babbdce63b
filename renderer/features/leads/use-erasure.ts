import { useState } from 'react';
import type { Failure } from '../../../api/reply.ts';
import { hashOf } from '../../stores/route-store.ts';
import { useStores } from '../../stores/use-stores.tsx';

export interface Erasure {
  readonly isUnderWay: boolean;
  /** Why the lead is still there; null also when the work was cancelled. */
  readonly failure: Failure | null;
  readonly erase: () => Promise<void>;
}

/** Erases the lead, then leaves its page; `onErased` is told how many leads are left. */
export const useErasure = (id: string, onErased: (leads: number) => void): Erasure => {
  const { client, jobs } = useStores();
  const [isUnderWay, setUnderWay] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const erase = async () => {
    setUnderWay(true);
    const reply = await jobs.getState().run((jobId) => client('leads.erase', { id, jobId }));
    if (reply.ok) {
      onErased(reply.value.leads);
      // The way back must not lead to a lead that is gone.
      window.location.replace(hashOf('leads'));
      return;
    }
    setUnderWay(false);
    setFailure(reply.error.kind === 'cancelled' ? null : reply.error);
  };
  return { isUnderWay, failure, erase };
};
