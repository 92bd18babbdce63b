import { Icon } from '../components/icon.tsx';
import { useMessages } from '../i18n/messages.tsx';
import { useScenario } from '../stores/use-stores.tsx';

export const UndoRedo = () => {
  const { t } = useMessages();
  const undoLabel = useScenario((state) => state.stored?.undo ?? null);
  const redoLabel = useScenario((state) => state.stored?.redo ?? null);
  const undo = useScenario((state) => state.undo);
  const redo = useScenario((state) => state.redo);
  return (
    <>
      <button
        type="button"
        className="tool"
        aria-label={t('frame.undo')}
        title={undoLabel === null ? t('frame.undo') : t('frame.undoStep', { step: undoLabel })}
        disabled={undoLabel === null}
        onClick={() => void undo()}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        className="tool"
        aria-label={t('frame.redo')}
        title={redoLabel === null ? t('frame.redo') : t('frame.redoStep', { step: redoLabel })}
        disabled={redoLabel === null}
        onClick={() => void redo()}
      >
        <Icon name="redo" />
      </button>
    </>
  );
};
