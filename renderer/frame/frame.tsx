import { FailureNotice } from '../components/failure-notice.tsx';
import type { ScreenName } from '../stores/route-store.ts';
import { useRoute, useScenario, useWorkshop } from '../stores/use-stores.tsx';
import { AlteredBanner } from './altered-banner.tsx';
import { Rail } from './rail.tsx';
import { SCREEN_BY_NAME } from './screens.tsx';
import { TopBar } from './top-bar.tsx';
import './frame.css';

/** What these show is nobody's proposal; the others show the scenario on the table. */
const OF_THE_HISTORY: ReadonlySet<ScreenName> = new Set<ScreenName>(['history', 'profile', 'timeline']);

/** Rail, top bar and the screen between them, while a workshop is open. */
export const Frame = () => {
  const screen = useRoute((route) => route.screen);
  const workshopFailure = useWorkshop((state) => state.failure);
  const dismissWorkshop = useWorkshop((state) => state.dismissFailure);
  const scenarioFailure = useScenario((state) => state.failure);
  const dismissScenario = useScenario((state) => state.dismissFailure);
  const seat = useScenario((state) => state.stored?.seat ?? 'both');
  const Screen = SCREEN_BY_NAME[screen] ?? SCREEN_BY_NAME['what-if'];
  return (
    <div className="frame" data-whose="both">
      <Rail />
      <TopBar />
      <main className="stage-of-screen">
        <AlteredBanner />
        {workshopFailure !== null && <FailureNotice failure={workshopFailure} onDismiss={dismissWorkshop} />}
        {scenarioFailure !== null && <FailureNotice failure={scenarioFailure} onDismiss={dismissScenario} />}
        <div className="screen" data-whose={OF_THE_HISTORY.has(screen) ? 'both' : seat}>
          {Screen !== undefined && <Screen />}
        </div>
      </main>
    </div>
  );
};
