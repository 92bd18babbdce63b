import { useEffect, useRef } from 'react';
import { isWhole } from '../../../../../core/replay/view.ts';
import { Icon } from '../../../../components/icon.tsx';
import { useMessages } from '../../../../i18n/messages.tsx';
import { hashOf } from '../../../../stores/route-store.ts';
import { useFrame, useRoute, useScenario } from '../../../../stores/use-stores.tsx';
import { HistoryLevers } from './history-levers.tsx';
import './history.css';

/** Always in sight: how much of the history is looked at. Opened, its levers; the top bar leads here too. */
export const HistoryFoot = () => {
  const { t, format } = useMessages();
  const isOpen = useRoute((route) => route.detail === 'history');
  const view = useScenario((state) => state.view);
  const leads = useFrame((state) => state.shown?.pair.scenario.leads ?? null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Whoever comes from the top bar goes on from here.
    const comesFromTheTopBar = document.activeElement?.closest('.view-chip') ?? null;
    if (isOpen && comesFromTheTopBar !== null) button.current?.focus();
  }, [isOpen]);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="levers-foot"
        aria-expanded={isOpen}
        title={t('view.footHelp')}
        onClick={() => window.location.assign(hashOf('what-if', isOpen ? null : 'history'))}
      >
        <Icon name={isOpen ? 'down' : 'right'} size={12} />
        {t('view.title')}
        {!isWhole(view) && <i className="lever-dot" />}
        <span className="spring" />
        {leads !== null && <span className="hint">{t('view.leads', { leads, count: format.count(leads) })}</span>}
      </button>
      {isOpen && <HistoryLevers />}
    </>
  );
};
