import { Menu } from '@mantine/core';
import { Icon } from '../components/icon.tsx';
import { LineKey } from '../components/marks.tsx';
import { useMessages } from '../i18n/messages.tsx';
import { useScenario } from '../stores/use-stores.tsx';

/** Chooses the version that the scenario is compared with; keeps the scenario as a new version. */
export const BaselineMenu = () => {
  const { t, format } = useMessages();
  const baseline = useScenario((state) => state.stored?.baseline);
  const versions = useScenario((state) => state.stored?.versions);
  const setBaseline = useScenario((state) => state.setBaseline);
  const saveVersion = useScenario((state) => state.saveVersion);
  if (baseline === undefined || versions === undefined) return null;
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className="chip" title={t('frame.baselineHelp')}>
          <LineKey dashed />
          <span className="secondary ellipsis">{baseline.name}</span>
          <Icon name="down" size={12} />
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('frame.baseline')}>
        <Menu.Label>{t('frame.compareWith')}</Menu.Label>
        {versions.map((version) => (
          <Menu.Item
            key={version.id}
            onClick={() => void setBaseline(version.id, t('frame.step.baseline', { name: version.name }))}
            leftSection={
              <span className="menu-tick">{version.id === baseline.id && <Icon name="tick" size={12} />}</span>
            }
            rightSection={<span className="hint">{format.date(version.savedAtMs)}</span>}
          >
            {version.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void saveVersion(t('frame.versionName', { number: versions.length + 1 }))}>
          {t('frame.saveVersion', { name: t('frame.versionName', { number: versions.length + 1 }) })}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
