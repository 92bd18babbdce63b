import { Menu } from '@mantine/core';
import { Icon } from '../../components/icon.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { openPage } from './pages.ts';

/** What is done with the rule set as a whole, beside loading and saving it. */
export const RuleSetMenu = (props: { readonly onSavePoints: () => void; readonly onSavePage: () => void }) => {
  const { t } = useMessages();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className="tool small" aria-label={t('rules.more')}>
          <Icon name="dots" />
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('rules.more')}>
        <Menu.Item onClick={() => openPage('programmes')}>{t('rules.more.programmes')}</Menu.Item>
        <Menu.Item onClick={() => openPage('suggest')}>{t('rules.more.suggest')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={props.onSavePoints}>{t('rules.more.points')}</Menu.Item>
        <Menu.Item onClick={props.onSavePage}>{t('rules.more.page')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
