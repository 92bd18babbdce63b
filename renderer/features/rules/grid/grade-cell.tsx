import type { Holding } from '../../../../core/grade-grid/level-of-cell.ts';
import type { Cell } from '../../../../core/measures/frame.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { isRated } from './cell-words.ts';

/** Leads of one grade, their rate as shade, text and interval. Chosen, it makes the level begin here. */
export const GradeCell = (props: {
  readonly cell: Cell;
  readonly holding: Holding;
  readonly highest: number;
  readonly words: string;
  readonly action: string;
  readonly onChoose: () => void;
}) => {
  const { cell, holding, highest, words, action, onChoose } = props;
  return (
    <td className={`grade-cell ${holding}`} style={{ background: shadeOf(cell, highest) }}>
      <button type="button" onClick={onChoose} title={action}>
        <CellFigures cell={cell} highest={highest} />
        <span className="only-heard">{words}</span>
      </button>
    </td>
  );
};

export const CellFigures = ({ cell, highest }: { readonly cell: Cell; readonly highest: number }) => {
  const { t, format } = useMessages();
  const { leads, observed, converted, rate, interval } = cell;
  const rated = isRated(cell) && rate !== null && interval !== null;
  return (
    <span className="grade-figures" aria-hidden="true">
      <span className={leads === 0 ? 'hint' : 'grade-leads'}>{format.count(leads)}</span>
      {rated ? <b>{format.percent(rate)}</b> : <span />}
      {rated && <span>{t('grid.cell.n', { n: format.count(observed) })}</span>}
      {rated && <span>({format.range(interval)})</span>}
      {!rated && leads > 0 && (
        <span className="grade-few">
          {observed === 0
            ? t('grid.cell.noneShort')
            : t('grid.cell.fewShort', { converted: format.count(converted), observed: format.count(observed) })}
        </span>
      )}
      {rated && <IntervalBar rate={rate} interval={interval} highest={highest} />}
    </span>
  );
};

const WIDTH = 100;

/** On one scale for all cells, from 0 to `highest`. */
const IntervalBar = (props: {
  readonly rate: number;
  readonly interval: readonly [number, number];
  readonly highest: number;
}) => {
  const x = (share: number): number => Math.min(1, share / props.highest) * WIDTH;
  const [low, high] = props.interval;
  return (
    <svg className="grade-interval" viewBox={`0 0 ${WIDTH} 6`} preserveAspectRatio="none" aria-hidden="true">
      <path d={`M0 3H${WIDTH}`} className="grade-scale" />
      <path d={`M${x(low)} 3H${x(high)}`} className="grade-whisker" />
      <path d={`M${x(props.rate)} 0V6`} className="grade-rate" />
    </svg>
  );
};

/** Never so strong that the words on it could not be read. */
const STRONGEST = 42;

const shadeOf = (cell: Cell, highest: number): string | undefined =>
  !isRated(cell) || cell.rate === null
    ? undefined
    : `color-mix(in oklab, var(--whose) ${Math.round(STRONGEST * Math.min(1, cell.rate / highest))}%, var(--bg))`;
