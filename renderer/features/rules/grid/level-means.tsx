import type { GradeGrid } from '../../../../api/grade-grid.ts';
import { holdingOf } from '../../../../core/grade-grid/level-of-cell.ts';
import type { Level } from '../../../../core/rule-set/rule-set.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { useFrame } from '../../../stores/use-stores.tsx';
import { useRuleEditing } from '../rule-editing.tsx';
import { levelWords } from './cell-words.ts';

/** What the level asks for, and how many of the leads in the cells that it holds reach it. */
export const LevelMeans = ({ grid, level }: { readonly grid: GradeGrid; readonly level: Level }) => {
  const messages = useMessages();
  const { t, rich, format } = messages;
  const { ruleSet } = useRuleEditing();
  const reached = useFrame((state) =>
    state.shown?.request.ruleSet === ruleSet
      ? state.shown.pair.scenario.levels.find(({ id }) => id === level.id)?.reached
      : undefined,
  );
  const outlined = grid.cells
    .flatMap((cells, row) =>
      cells.map((cell, column) => ({
        leads: cell.leads,
        holding: holdingOf(ruleSet, level, grid.axes, { row, column }),
      })),
    )
    .filter(({ holding }) => holding !== 'none');
  const held = outlined.reduce((sum, { leads }) => sum + leads, 0);
  const hasParts = outlined.some(({ leads, holding }) => holding === 'part' && leads > 0);
  return (
    <div className="grid-means" role="status">
      <p>{levelWords(messages, ruleSet, level)}</p>
      {reached !== undefined && (
        <p className="secondary">
          {rich('grid.means.reached', { reached: format.count(reached), held: format.count(held), leads: held })}{' '}
          {reached < held && t(hasParts ? 'grid.means.part' : 'grid.means.fewer')}
        </p>
      )}
    </div>
  );
};
