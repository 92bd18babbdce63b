import type { GridAxes } from '../../../../api/grade-grid.ts';
import type { Holding } from '../../../../core/grade-grid/level-of-cell.ts';
import { type CellPlace, LEAST_OBSERVED } from '../../../../core/grade-grid/reversals.ts';
import type { Cell } from '../../../../core/measures/frame.ts';
import type { Level, RuleSet } from '../../../../core/rule-set/rule-set.ts';
import type { Messages } from '../../../i18n/messages.tsx';

/** A rate of fewer known outcomes would look like more than it is. */
export const isRated = ({ observed }: Cell): boolean => observed >= LEAST_OBSERVED;

/** "B3"; the number alone where there is one row only. */
export const placeName = ({ rows }: GridAxes, { row, column }: CellPlace): string =>
  `${rows === null ? '' : rowName(row)}${column + 1}`;

export const rowName = (row: number): string => 'ABCD'.charAt(row);

/** Of a level. */
export interface CellOfLevel {
  readonly level: string;
  readonly holding: Holding;
}

/** The cell for the ear: never a rate without the number of leads that it is of. `held` null: a sum, which no level holds. */
export function cellWords(messages: Messages, place: string, cell: Cell, held: CellOfLevel | null): string {
  const { t, format } = messages;
  const leads = t('grid.cell.leads', { leads: cell.leads, count: format.count(cell.leads) });
  const holds = held === null ? '' : t(`grid.cell.${held.holding}`, { level: held.level });
  return [t('grid.cell.heard', { place, leads }), outcomeWords(messages, cell), holds]
    .filter((words) => words !== '')
    .join(' ');
}

function outcomeWords({ t, format }: Messages, cell: Cell): string {
  if (cell.leads === 0) return '';
  if (cell.observed === 0) return t('grid.cell.noneKnown');
  const observed = format.count(cell.observed);
  if (!isRated(cell) || cell.rate === null)
    return t('grid.cell.fewKnown', { converted: format.count(cell.converted), observed });
  return t('grid.cell.rated', { rate: format.rate(cell.rate, cell.interval), observed });
}

/** What a level asks for, in one sentence. */
export function levelWords({ t, format }: Messages, ruleSet: RuleSet, level: Level): string {
  const minimums = ruleSet.dimensions.flatMap(({ id, name }) => {
    const least = level.dimensions[id];
    return least === undefined ? [] : [t('grid.means.minimum', { dimension: name, least: format.points(least) })];
  });
  const total = t('grid.means.total', { total: format.points(level.total) });
  const asks = [...minimums, ...(asksTotal(ruleSet, level) ? [total] : [])];
  if (asks.length === 0) return t('grid.means.all', { level: level.name });
  const last = asks.at(-1) ?? '';
  const others = asks.slice(0, -1).join(t('grid.means.comma'));
  return t('grid.means', { level: level.name, asks: others === '' ? last : t('grid.means.and', { others, last }) });
}

/** A total that its own minimums make, or that every lead has, need not be said. */
const asksTotal = ({ total, dimensions }: RuleSet, level: Level): boolean => {
  if (level.total <= Math.max(total.min ?? Number.NEGATIVE_INFINITY, -1_000_000)) return false;
  const sum = dimensions.reduce((all, { id }) => all + (level.dimensions[id] ?? Number.NaN), 0);
  return !(level.total <= sum);
};
