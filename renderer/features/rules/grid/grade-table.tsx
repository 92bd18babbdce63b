import type { GradeGrid, GridAxes, GridAxis } from '../../../../api/grade-grid.ts';
import { GRADES } from '../../../../core/grade-grid/grade-rule-set.ts';
import { holdingOf, levelFromCell } from '../../../../core/grade-grid/level-of-cell.ts';
import type { CellPlace } from '../../../../core/grade-grid/reversals.ts';
import type { Cell } from '../../../../core/measures/frame.ts';
import { replaceLevel } from '../../../../core/rule-set/edit-levels.ts';
import type { Level } from '../../../../core/rule-set/rule-set.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { useRuleEditing } from '../rule-editing.tsx';
import { select } from '../use-selection.ts';
import { cellWords, placeName, rowName } from './cell-words.ts';
import { CutOffHeading } from './cut-off-heading.tsx';
import { CellFigures, GradeCell } from './grade-cell.tsx';
import { highestOf } from './highest-of.ts';
import { useCutOffs } from './use-cut-offs.ts';

const COLUMNS = Array.from({ length: GRADES }, (_, grade) => grade);

/** A–D down, 1–4 across, cut-offs at the edges, sums at the ends. */
export const GradeTable = ({ grid, level }: { readonly grid: GradeGrid; readonly level: Level }) => {
  const { t } = useMessages();
  const { axes } = grid;
  const columns = useAxisName(axes.columns);
  const rows = useAxisName(axes.rows ?? axes.columns);
  const columnEdges = useCutOffs(axes.columns);
  const rowEdges = useCutOffs(axes.rows ?? axes.columns);
  const highest = highestOf(grid);
  return (
    <table className="grade-grid">
      <caption className="only-heard">
        {axes.rows === null ? t('grid.caption.one', { columns }) : t('grid.caption', { rows, columns })}
      </caption>
      <thead>
        <tr>
          <td className="grade-corner">
            {axes.rows !== null && <span>{t('grid.down', { rows })}</span>}
            <span>{t('grid.across', { columns })}</span>
          </td>
          {COLUMNS.map((column) => (
            <CutOffHeading
              key={column}
              scope="col"
              grade={column}
              name={String(column + 1)}
              dimension={columns}
              edges={columnEdges}
            />
          ))}
          <th scope="col" className="grade-sum">
            {t('grid.all')}
          </th>
        </tr>
      </thead>
      <tbody>
        {grid.cells.map((cells, row) => (
          <tr key={rowName(row)}>
            {axes.rows === null ? (
              <th scope="row">{t('grid.leads')}</th>
            ) : (
              <CutOffHeading scope="row" grade={row} name={rowName(row)} dimension={rows} edges={rowEdges} />
            )}
            {cells.map((cell, column) => (
              <ChoosableCell
                key={placeName(axes, { row, column })}
                axes={axes}
                place={{ row, column }}
                cell={cell}
                level={level}
                highest={highest}
              />
            ))}
            <Sum cell={grid.rowTotals[row] ?? grid.all} highest={highest} />
          </tr>
        ))}
        {axes.rows !== null && (
          <tr>
            <th scope="row" className="grade-sum">
              {t('grid.all')}
            </th>
            {grid.columnTotals.map((cell, column) => (
              <Sum key={COLUMNS[column]} cell={cell} highest={highest} />
            ))}
            <Sum cell={grid.all} highest={highest} />
          </tr>
        )}
      </tbody>
    </table>
  );
};

const useAxisName = ({ dimension }: GridAxis): string =>
  useRuleEditing().ruleSet.dimensions.find(({ id }) => id === dimension)?.name ?? dimension;

const ChoosableCell = (props: {
  readonly axes: GridAxes;
  readonly place: CellPlace;
  readonly cell: Cell;
  readonly level: Level;
  readonly highest: number;
}) => {
  const messages = useMessages();
  const { t } = messages;
  const { ruleSet, apply } = useRuleEditing();
  const { axes, place, cell, level, highest } = props;
  const name = placeName(axes, place);
  const holding = holdingOf(ruleSet, level, axes, place);
  return (
    <GradeCell
      cell={cell}
      holding={holding}
      highest={highest}
      words={cellWords(messages, name, cell, { level: level.name, holding })}
      action={t('grid.choose', { level: level.name, place: name })}
      onChoose={() => {
        const next = levelFromCell(ruleSet, level, axes, place);
        apply(replaceLevel(ruleSet, level.id, next), t('grid.step', { level: level.name, place: name }));
        select({ kind: 'level', id: level.id });
      }}
    />
  );
};

const Sum = ({ cell, highest }: { readonly cell: Cell; readonly highest: number }) => {
  const messages = useMessages();
  return (
    <td className="grade-sum">
      <CellFigures cell={cell} highest={highest} />
      <span className="only-heard">{cellWords(messages, messages.t('grid.all'), cell, null)}</span>
    </td>
  );
};
