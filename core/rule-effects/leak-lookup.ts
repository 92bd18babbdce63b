import type { History } from '../history/history.ts';
import type { LeakingAttribute } from '../quality/finding.ts';
import { leakingAttributes } from '../quality/leaking-attributes.ts';
import { type QualityData, qualityData } from '../quality/quality-data.ts';
import type { ReplayOptions } from '../replay/replay-result.ts';

/** Looks at an attribute when it is first asked for: rules read a few of many columns. */
export function leakLookup(history: History, options: ReplayOptions): (attribute: string) => LeakingAttribute | null {
  const known = new Map<string, LeakingAttribute | null>();
  let data: QualityData | undefined;
  return (attribute) => {
    const before = known.get(attribute);
    if (before !== undefined) return before;
    data ??= qualityData(history, options);
    const [found = null] = leakingAttributes({
      ...data,
      attributes: data.attributes.filter(({ name }) => name === attribute),
    });
    known.set(attribute, found);
    return found;
  };
}
