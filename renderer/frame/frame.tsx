import { FailureNotice } from '../components/failure-notice.tsx';
import { useRoute, useScenario, useWorkshop } from '../stores/use-stores.tsx';
import { Rail } from './rail.tsx';
import { SCREEN_BY_NAME } from './screens.tsx';
import { TopBar } from './top-bar.tsx';
import './frame.css';

/** Rail, top bar and the screen between them, while a workshop is open. */
export const Frame = () => {
  const screen = useRoute((route) => route.screen);
  const workshopFailure = useWorkshop((state) => state.failure);
  const dismissWorkshop = useWorkshop((state) => state.dismissFailure);
  const scenarioFailure = useScenario((state) => state.failure);
  const dismissScenario = useScenario((state) => state.dismissFailure);
  const Screen = SCREEN_BY_NAME[screen] ?? SCREEN_BY_NAME['what-if'];
  return (
    <div className="frame" data-whose="both">
      <Rail />
      <TopBar />
      <main className="stage-of-screen">
        {workshopFailure !== null && <FailureNotice failure={workshopFailure} onDismiss={dismissWorkshop} />}
        {scenarioFailure !== null && <FailureNotice failure={scenarioFailure} onDismiss={dismissScenario} />}
        <div className="screen">{Screen !== undefined && <Screen />}</div>
      </main>
    </div>
  );
};
