import { useMessages } from '../i18n/messages.tsx';
import { useWorkshop } from '../stores/use-stores.tsx';
import { BaselineMenu } from './baseline-menu.tsx';
import { ScenarioMenu } from './scenarios/scenario-menu.tsx';
import { ThemeToggle } from './theme-toggle.tsx';
import { UndoRedo } from './undo-redo.tsx';
import { ViewChip } from './view-chip.tsx';
import { WorkshopMenu } from './workshop-menu.tsx';

export const TopBar = () => {
  const { t } = useMessages();
  const readOnly = useWorkshop((state) => state.workshop?.open?.readOnly ?? false);
  return (
    <header className="top-bar">
      <WorkshopMenu />
      {readOnly && <span className="hint">{t('frame.readOnly')}</span>}
      <span className="separator" />
      <BaselineMenu />
      <span className="hint">{t('frame.versus')}</span>
      <ScenarioMenu />
      <ViewChip />
      <span className="spring" />
      <UndoRedo />
      <span className="separator" />
      <ThemeToggle />
    </header>
  );
};
