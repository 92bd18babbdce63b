import type { CellPlace, GradeGrid } from '../../../../api/grade-grid.ts';
import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { placeName } from './cell-words.ts';

/** Better cells that convert worse than the worse ones beside them. */
export const ReversalList = ({ grid }: { readonly grid: GradeGrid }) => {
  const { t, format } = useMessages();
  if (grid.reversals.length === 0) return null;
  const figures = ({ row, column }: CellPlace): string => {
    const cell = grid.cells[row]?.[column];
    return cell === undefined || cell.rate === null
      ? ''
      : t('grid.reversal.rate', { rate: format.rate(cell.rate, cell.interval), n: format.count(cell.observed) });
  };
  return (
    <section className="grid-reversals">
      <h2>{t('grid.reversals')}</h2>
      <ul>
        {grid.reversals.map(({ better, worse }) => {
          const names = { better: placeName(grid.axes, better), worse: placeName(grid.axes, worse) };
          return (
            <li key={JSON.stringify(names)}>
              <Icon name="warning" size={12} />
              <span>{t('grid.reversal', { ...names, betterRate: figures(better), worseRate: figures(worse) })}</span>
            </li>
          );
        })}
      </ul>
      <p className="hint">{t('grid.reversals.chance')}</p>
    </section>
  );
};
