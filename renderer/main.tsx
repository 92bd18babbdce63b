import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import './theme/tokens.css';
import './theme/base.css';
import './theme/mantine.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { chooseBridge } from './client/choose-bridge.ts';
import { createAppStores } from './stores/app-stores.ts';
import { StoresProvider } from './stores/use-stores.tsx';
import { theme } from './theme/theme.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const stores = createAppStores(chooseBridge(), window.location.hash);

createRoot(root).render(
  <MantineProvider
    theme={theme}
    defaultColorScheme="auto"
    colorSchemeManager={localStorageColorSchemeManager({ key: 'accord-colours' })}
    // Both would inject a <style> element, which the content security policy refuses; theme/mantine.css stands for them.
    withCssVariables={false}
    withGlobalClasses={false}
  >
    <StoresProvider stores={stores}>
      <App />
    </StoresProvider>
  </MantineProvider>,
);
