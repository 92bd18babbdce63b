import { Icon } from '../components/icon.tsx';
import { useMessages } from '../i18n/messages.tsx';
import { hashOf, SCREENS } from '../stores/route-store.ts';
import { useRoute } from '../stores/use-stores.tsx';
import { SCREEN_BY_NAME } from './screens.tsx';
import { SeatsFoot } from './seats/seats-foot.tsx';

export const Rail = () => {
  const { t } = useMessages();
  const here = useRoute((route) => route.screen);
  return (
    <div className="rail">
      <nav aria-label={t('frame.agenda')}>
        <div className="rail-mark">
          <Icon name="mark" />
          {t('frame.app')}
        </div>
        <ol>
          {SCREENS.filter((screen) => screen !== 'timeline' && SCREEN_BY_NAME[screen] !== undefined).map(
            (screen, index) => (
              <li key={screen}>
                <a href={hashOf(screen)} {...(screen === here ? { 'aria-current': 'page' } : {})}>
                  <span>{index + 1}</span>
                  <span>{t(`frame.screen.${screen}`)}</span>
                </a>
              </li>
            ),
          )}
        </ol>
      </nav>
      <SeatsFoot />
    </div>
  );
};
