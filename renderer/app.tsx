import { useCallback, useEffect } from 'react';
import { Hatches } from './components/marks.tsx';
import { ProgressPanel } from './components/progress-panel.tsx';
import { Frame } from './frame/frame.tsx';
import { ignoreStrayDrops } from './frame/stray-drops.ts';
import { useShortcuts } from './frame/use-shortcuts.ts';
import { useWorkshopActions } from './frame/use-workshop-actions.ts';
import { MessagesProvider } from './i18n/messages.tsx';
import { StartScreen } from './start/start-screen.tsx';
import { type Command, listenToApp } from './stores/app-stores.ts';
import { hashOf } from './stores/route-store.ts';
import { useJobs, useStores, useWorkshop } from './stores/use-stores.tsx';

export const App = () => {
  const timeZone = useWorkshop((state) => state.workshop?.open?.timeZone ?? 'UTC');
  return (
    <MessagesProvider timeZone={timeZone}>
      <Hatches />
      <Listening />
      <Room />
    </MessagesProvider>
  );
};

const Room = () => {
  const known = useWorkshop((state) => state.workshop !== null || state.failure !== null);
  const name = useWorkshop((state) => state.workshop?.open?.name ?? null);
  const job = useJobs((state) => state.job);
  const cancel = useJobs((state) => state.cancel);
  const { scenario, frame, effects, grid, history, importFlow, profile, suggest, compare, seats, unsaid } = useStores();
  useEffect(() => {
    frame.getState().forget();
    effects.getState().forget();
    grid.getState().forget();
    scenario.getState().forget();
    history.getState().forget();
    importFlow.getState().forget();
    profile.getState().forget();
    suggest.getState().forget();
    compare.getState().forget();
    seats.getState().forget();
    unsaid.getState().forget();
    if (name === null) return;
    void scenario.getState().load();
    void history.getState().load();
    void seats.getState().load();
  }, [name, scenario, frame, effects, grid, history, importFlow, profile, suggest, compare, seats, unsaid]);
  if (!known) return null;
  return (
    <>
      {name === null ? <StartScreen /> : <Frame key={name} />}
      {job !== null && <ProgressPanel job={job} onCancel={() => void cancel()} />}
    </>
  );
};

/** What reaches the screen from outside it: events of the app, the address, the keyboard, the desktop's menu. */
const Listening = () => {
  const stores = useStores();
  const actions = useWorkshopActions();
  const onCommand = useCallback(
    (command: Command) => {
      if (command === 'new') actions.create();
      if (command === 'open') actions.open();
      if (command === 'close') actions.close();
      if (command === 'undo') void stores.scenario.getState().undo();
      if (command === 'redo') void stores.scenario.getState().redo();
      if (command === 'import') window.location.hash = hashOf('history', 'import');
    },
    [actions, stores],
  );
  useShortcuts(onCommand);
  useEffect(() => ignoreStrayDrops(window), []);
  useEffect(() => listenToApp(stores, onCommand), [stores, onCommand]);
  useEffect(() => {
    const follow = () => stores.route.getState().follow(window.location.hash);
    window.addEventListener('hashchange', follow);
    void stores.workshop.getState().load();
    return () => window.removeEventListener('hashchange', follow);
  }, [stores]);
  useEffect(() => {
    const { sendHeld } = stores.scenario.getState();
    window.addEventListener('pagehide', sendHeld);
    return () => window.removeEventListener('pagehide', sendHeld);
  }, [stores]);
  return null;
};
