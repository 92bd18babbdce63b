import { Menu } from '@mantine/core';
import { Icon } from '../components/icon.tsx';
import { useMessages } from '../i18n/messages.tsx';
import { hashOf } from '../stores/route-store.ts';
import { useWorkshop } from '../stores/use-stores.tsx';
import { useWorkshopActions } from './use-workshop-actions.ts';

export const WorkshopMenu = () => {
  const { t } = useMessages();
  const workshop = useWorkshop((state) => state.workshop);
  const actions = useWorkshopActions();
  const recent = workshop?.recent ?? [];
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className="chip strong" title={workshop?.open?.name ?? ''}>
          <span className="ellipsis">{workshop?.open?.name ?? t('frame.noWorkshop')}</span>
          <Icon name="down" size={12} />
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('frame.workshop')}>
        <Menu.Item onClick={actions.create}>{t('frame.new')}</Menu.Item>
        <Menu.Item onClick={actions.open}>{t('frame.open')}</Menu.Item>
        <Menu.Item onClick={actions.createDemo}>{t('frame.demo')}</Menu.Item>
        {recent.length > 0 && <Menu.Label>{t('frame.recent')}</Menu.Label>}
        {recent.map((file) => (
          <Menu.Item key={file.token} onClick={() => actions.openRecent(file.token)}>
            {file.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component="a" href={hashOf('timeline')}>
          {t('frame.toTimeline')}
        </Menu.Item>
        <Menu.Item onClick={actions.close}>{t('frame.close')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
