import type { LeakSign } from '../quality/finding.ts';
import { leakingAttributes } from '../quality/leaking-attributes.ts';
import type { QualityData } from '../quality/quality-data.ts';
import type { AttributeFlag } from './profile.ts';

export interface FlaggedAttribute {
  readonly flags: readonly AttributeFlag[];
  readonly signs: readonly LeakSign[];
}

/** Asks of an attribute by its name; `isConstant`: all its leads are in one level. */
export function attributeFlags(
  data: QualityData,
  keptOut: readonly string[],
): (attribute: string, isConstant: boolean) => FlaggedAttribute {
  const signsByAttribute = new Map(leakingAttributes(data).map(({ attribute, signs }) => [attribute, signs]));
  return (attribute, isConstant) => {
    const signs = signsByAttribute.get(attribute) ?? [];
    const flags: readonly (AttributeFlag | false)[] = [
      signs.some((sign) => !isTodaysCount(sign)) && 'leaking',
      signs.some(isTodaysCount) && 'todaysCounter',
      keptOut.includes(attribute) && 'keptOut',
      isConstant && 'constant',
    ];
    return { flags: flags.filter((flag) => flag !== false), signs };
  };
}

/** Only how much it tells speaks against it: it may know the outcome, or be what sells. */
export const isOnlySuspicious = ({ flags, signs }: FlaggedAttribute): boolean =>
  flags.every((flag) => flag === 'leaking') &&
  signs.length > 0 &&
  signs.every(({ kind }) => kind === 'informationValue');

/** Counted up to the day of the export, which was not known at the time, but was not filled in with the outcome either. */
const isTodaysCount = (sign: LeakSign): boolean =>
  sign.kind === 'todaysTotal' || (sign.kind === 'heading' && sign.suggests === 'total');
