import type { Level } from '../../../../core/rule-set/rule-set.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { hashOf } from '../../../stores/route-store.ts';
import { levelOf } from '../../../stores/scenario-store.ts';
import { useGrid, useScenario } from '../../../stores/use-stores.tsx';
import { useRuleEditing } from '../rule-editing.tsx';
import { useSelection } from '../use-selection.ts';
import { GradeTable } from './grade-table.tsx';
import { GridBar } from './grid-bar.tsx';
import { highestOf } from './highest-of.ts';
import { LevelMeans } from './level-means.tsx';
import { ReversalList } from './reversal-list.tsx';
import { useGridQuestion } from './use-grid-question.ts';
import './grid.css';

/** Leads by grade in two dimensions, and the level that begins at a cell. */
export const GridView = () => {
  const { t } = useMessages();
  const level = useDesignedLevel();
  useGridQuestion();
  if (level === null) return null;
  return (
    <>
      <GridBar level={level} />
      <div className="scroll grid-view" {...scrollRegion(t('grid.title'))}>
        <Content level={level} />
      </div>
    </>
  );
};

/** The level that stands in the editor, or else the one that the other screens speak of. */
const useDesignedLevel = (): Level | null => {
  const { ruleSet } = useRuleEditing();
  const selection = useSelection();
  const spokenOf = useScenario(levelOf);
  const id = selection.kind === 'level' ? selection.id : spokenOf;
  return ruleSet.levels.find((level) => level.id === id) ?? ruleSet.levels[0] ?? null;
};

const Content = ({ level }: { readonly level: Level }) => {
  const { t, format } = useMessages();
  const { ruleSet } = useRuleEditing();
  const { shown, wanted, failure, refresh } = useGrid((state) => state);
  if (failure !== null) return <FailureNotice failure={failure} onRetry={refresh} />;
  if (shown === null) return <p className="secondary">{t('grid.waiting')}</p>;
  const { grid } = shown;
  const isOlder = shown.request !== wanted || shown.request.ruleSet !== ruleSet;
  return (
    <>
      <LevelMeans grid={grid} level={level} />
      <div className={isOlder ? 'older' : undefined} aria-busy={isOlder}>
        <GradeTable grid={grid} level={level} />
      </div>
      {grid.all.leads === 0 && (
        <p className="secondary">
          {t('grid.empty')} <a href={hashOf('history', 'import')}>{t('effects.bringIn')}</a>
        </p>
      )}
      <ReversalList grid={grid} />
      <p className="hint">{t('grid.hint', { most: format.percent(highestOf(grid)) })}</p>
    </>
  );
};
