import { useMessages } from '../../../i18n/messages.tsx';
import { levelOf } from '../../../stores/scenario-store.ts';
import { useScenario } from '../../../stores/use-stores.tsx';

/** Which of the levels the screen speaks of; words only where there is no choice. */
export const LevelChooser = () => {
  const { t } = useMessages();
  const levels = useScenario((state) => state.ruleSet?.levels);
  const chosen = useScenario(levelOf);
  const choose = useScenario((state) => state.chooseLevel);
  if (levels === undefined) return null;
  if (levels.length === 1) return <span className="hint ellipsis">{levels[0]?.name}</span>;
  return (
    <div className="level-chooser" role="group" aria-label={t('what-if.chooseLevel')}>
      {levels.map((level) => (
        <button
          key={level.id}
          type="button"
          className="ellipsis"
          aria-pressed={level.id === chosen}
          title={level.name}
          onClick={() => choose(level.id)}
        >
          {level.name}
        </button>
      ))}
    </div>
  );
};
