import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { Icon } from '../components/icon.tsx';
import { useMessages } from '../i18n/messages.tsx';

/** Follows the system until it is used; the choice is kept on this machine, not in the workshop. */
export const ThemeToggle = () => {
  const { t } = useMessages();
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const shown = useComputedColorScheme('light');
  const other = shown === 'light' ? 'dark' : 'light';
  const label = t(other === 'dark' ? 'frame.toDark' : 'frame.toLight');
  return (
    <button type="button" className="tool" aria-label={label} title={label} onClick={() => setColorScheme(other)}>
      <Icon name={other === 'dark' ? 'moon' : 'sun'} />
    </button>
  );
};
