import { type Recycle, type RuleSet, STAGE_NAMES } from '../../../../core/rule-set/rule-set.ts';

/**
 * Ticks or unticks one stage or dimension. The first stage ticked clears the last dimension (behaviour, usually); the last
 * stage or dimension unticked ends recycling: neither list may be empty.
 */
export const withRecycle = (
  recycle: Recycle | undefined,
  list: keyof Recycle,
  item: string,
  ticked: boolean,
  { dimensions }: Pick<RuleSet, 'dimensions'>,
): Recycle | undefined => {
  const lastDimension = dimensions.at(-1);
  const before = recycle ?? { on: [], clear: lastDimension === undefined ? [] : [lastDimension.id] };
  const holds = (other: string, items: readonly string[]) => (other === item ? ticked : items.includes(other));
  const on = list === 'on' ? STAGE_NAMES.filter((stage) => holds(stage, before.on)) : before.on;
  const clear =
    list === 'clear' ? dimensions.map(({ id }) => id).filter((id) => holds(id, before.clear)) : before.clear;
  return on.length === 0 || clear.length === 0 ? undefined : { on, clear };
};
