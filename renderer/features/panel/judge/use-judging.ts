import { useEffect, useState } from 'react';
import type { PanelCard } from '../../../../api/panel.ts';
import type { Failure } from '../../../../api/reply.ts';
import type { Opinion } from '../../../../core/panel/verdict.ts';
import { useStores } from '../../../stores/use-stores.tsx';

export interface JudgingState {
  /** Null until the app has answered. */
  readonly cards: readonly PanelCard[] | null;
  readonly failure: Failure | null;
  /** Shown at once, and kept in the workshop. */
  readonly judge: (card: number, opinion: Opinion) => void;
  /** True when it was done. */
  readonly finish: () => Promise<boolean>;
}

export const useJudging = (panelId: number, seatId: number): JudgingState => {
  const { client } = useStores();
  const [cards, setCards] = useState<readonly PanelCard[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let isWanted = true;
    const load = async () => {
      const reply = await client('panel.cards', { panelId, seatId });
      if (!isWanted) return;
      if (reply.ok) setCards(reply.value.cards);
      else setFailure(reply.error);
    };
    void load();
    return () => {
      isWanted = false;
    };
  }, [client, panelId, seatId]);
  const keep = async (card: number, opinion: Opinion) => {
    const reply = await client('panel.judge', { panelId, seatId, card, ...opinion });
    setFailure(reply.ok ? null : reply.error);
  };
  return {
    cards,
    failure,
    judge: (card, opinion) => {
      setCards((before) => before?.map((one) => (one.card === card ? { ...one, mine: opinion } : one)) ?? null);
      void keep(card, opinion);
    },
    finish: async () => {
      const reply = await client('panel.finish', { panelId, seatId });
      setFailure(reply.ok ? null : reply.error);
      return reply.ok;
    },
  };
};
