import { useMemo } from 'react';
import { useMessages } from '../i18n/messages.tsx';
import { useStores } from '../stores/use-stores.tsx';

const DEMO_LEADS = 5_000;

export interface WorkshopActions {
  readonly create: () => void;
  readonly createDemo: () => void;
  readonly open: () => void;
  readonly openRecent: (token: string) => void;
  readonly close: () => void;
}

/** The same five ways into and out of a workshop for the start screen, the menu and the desktop's menu bar. */
export const useWorkshopActions = (): WorkshopActions => {
  const { workshop } = useStores();
  const { t } = useMessages();
  return useMemo(() => {
    const act = workshop.getState();
    return {
      create: () => void act.create(t('start.newName')),
      createDemo: () => void act.createDemo(t('start.demoName'), DEMO_LEADS),
      open: () => void act.open(),
      openRecent: (token) => void act.openRecent(token),
      close: () => void act.close(),
    };
  }, [workshop, t]);
};
