import { Popover } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Icon } from '../../components/icon.tsx';
import { LineKey } from '../../components/marks.tsx';
import { scrollRegion } from '../../components/scroll-region.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { changesOf } from '../../levers/changes-of.ts';
import { useScenario } from '../../stores/use-stores.tsx';
import { ScenarioDetails } from './scenario-details.tsx';
import { ScenarioList } from './scenario-list.tsx';
import { VersionList } from './version-list.tsx';
import './scenarios.css';

/** The scenario on the table; opened: the others, what this one is called, who proposes it and what it changes against the baseline. */
export const ScenarioMenu = () => {
  const messages = useMessages();
  const { t } = messages;
  const [isOpen, setOpen] = useState(false);
  const name = useScenario((state) => state.ruleSet?.name || (state.stored?.name ?? null));
  const seat = useScenario((state) => state.stored?.seat ?? 'both');
  const id = useScenario((state) => state.stored?.id ?? null);
  const baseline = useScenario((state) => state.stored?.baseline ?? null);
  const ruleSet = useScenario((state) => state.ruleSet);
  const changes = useMemo(
    () => (baseline === null || ruleSet === null ? [] : changesOf(ruleSet, baseline.ruleSet, messages)),
    [baseline, ruleSet, messages],
  );
  if (name === null) return null;
  return (
    <Popover position="bottom-start" offset={4} opened={isOpen} onChange={setOpen} trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className="chip"
          data-whose={seat}
          title={t('scenarios.help')}
          onClick={() => setOpen(!isOpen)}
        >
          <LineKey />
          <span className="strong hue ellipsis">{name}</span>
          <span className="secondary">{t('frame.changes', { count: changes.length })}</span>
          <Icon name="down" size={12} />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('scenarios.menu')}>
        <div className="scenarios scroll" {...scrollRegion(t('scenarios.menu'))}>
          <ScenarioList />
          <VersionList />
          <ScenarioDetails key={id} />
          <section aria-label={t('frame.changesTitle')}>
            <h3 className="strong">
              {t('frame.changesTitle')} <span className="hint">{t('frame.changes', { count: changes.length })}</span>
            </h3>
            {changes.length === 0 ? (
              <p className="secondary">{t('frame.noChanges')}</p>
            ) : (
              <ul>
                {changes.map((change) => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
            )}
          </section>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};
