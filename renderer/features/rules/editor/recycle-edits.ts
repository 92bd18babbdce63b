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
  // In the order in which they were ticked: a loaded rule set keeps the order of its file.
  const changed = <T extends string>(items: readonly T[], known: readonly T[]): readonly T[] => [
    ...items.filter((other) => other !== item),
    ...known.filter((other) => other === item && ticked),
  ];
  const on = list === 'on' ? changed(before.on, STAGE_NAMES) : before.on;
  const clear =
    list === 'clear'
      ? changed(
          before.clear,
          dimensions.map(({ id }) => id),
        )
      : before.clear;
  return on.length === 0 || clear.length === 0 ? undefined : { on, clear };
};
