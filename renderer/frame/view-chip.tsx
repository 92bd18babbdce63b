import { isWhole } from '../../core/replay/view.ts';
import { useMessages } from '../i18n/messages.tsx';
import { hashOf, type ScreenName } from '../stores/route-store.ts';
import { useRoute, useScenario } from '../stores/use-stores.tsx';
import { AllBack } from '../view/all-back.tsx';
import { viewWords } from '../view/view-words.ts';

/** Says that not the whole history is looked at, or that this screen does all the same; leads to its levers, and back to all of it. */
export const ViewChip = () => {
  const messages = useMessages();
  const { t } = messages;
  const view = useScenario((state) => state.view);
  const screen = useRoute((route) => route.screen);
  if (isWhole(view)) return null;
  if (OF_THE_WHOLE.has(screen)) return <span className="hint ellipsis">{t('view.notHere')}</span>;
  return (
    <span className="view-chip">
      <a className="chip" href={hashOf('what-if', 'history')} title={t('view.chipHelp')}>
        <span className="ellipsis">{viewWords(messages, view)}</span>
      </a>
      <AllBack className="tool small" />
    </span>
  );
};

const OF_THE_WHOLE: ReadonlySet<ScreenName> = new Set<ScreenName>(['history', 'profile', 'leads', 'timeline']);
