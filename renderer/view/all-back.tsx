import { WHOLE_VIEW } from '../../core/replay/view.ts';
import { Icon } from '../components/icon.tsx';
import { useMessages } from '../i18n/messages.tsx';
import { useScenario } from '../stores/use-stores.tsx';

/** Looks at the whole history again, in one step; the capacity of sales stays. */
export const AllBack = ({ className }: { readonly className: string }) => {
  const { t } = useMessages();
  const setView = useScenario((state) => state.setView);
  const { capacityPerWeek: _, ...whole } = WHOLE_VIEW;
  return (
    <button
      type="button"
      className={className}
      title={t('view.allBackHelp')}
      onClick={() => setView(whole, t('view.step.all'))}
    >
      <Icon name="reset" />
      {t('view.allBack')}
    </button>
  );
};
