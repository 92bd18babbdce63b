import { Popover } from '@mantine/core';
import { useMemo } from 'react';
import { Icon } from '../components/icon.tsx';
import { LineKey } from '../components/marks.tsx';
import { scrollRegion } from '../components/scroll-region.ts';
import { useMessages } from '../i18n/messages.tsx';
import { changesOf } from '../levers/changes-of.ts';
import { useScenario } from '../stores/use-stores.tsx';

/** The scenario's name and, opened, what it changes against the baseline, in words. */
export const ChangesMenu = () => {
  const messages = useMessages();
  const { t } = messages;
  const name = useScenario((state) => state.ruleSet?.name || (state.stored?.name ?? null));
  const baseline = useScenario((state) => state.stored?.baseline ?? null);
  const ruleSet = useScenario((state) => state.ruleSet);
  const changes = useMemo(
    () => (baseline === null || ruleSet === null ? [] : changesOf(ruleSet, baseline.ruleSet, messages)),
    [baseline, ruleSet, messages],
  );
  if (name === null) return null;
  return (
    <Popover position="bottom-start" offset={4}>
      <Popover.Target>
        <button type="button" className="chip">
          <LineKey />
          <span className="strong hue ellipsis">{name}</span>
          <span className="secondary">{t('frame.changes', { count: changes.length })}</span>
          <Icon name="down" size={12} />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('frame.changesTitle')}>
        {changes.length === 0 ? (
          <p className="changes-none secondary">{t('frame.noChanges')}</p>
        ) : (
          <div className="changes-list scroll" {...scrollRegion(t('frame.changesTitle'))}>
            <ul>
              {changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  );
};
