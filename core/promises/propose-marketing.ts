import type {
  ConversionPromise,
  DataPromise,
  MarketingPromises,
  NeverPromise,
  VolumePromise,
} from '../agreement/agreement-document.ts';
import { columnsOf } from '../conditions/cell-mask.ts';
import { leadTable } from '../conditions/table.ts';
import { MISSING } from '../history/history.ts';
import { LEAST_KNOWN } from '../measures/least-counts.ts';
import type { Rule, RuleSet } from '../rule-set/rule-set.ts';
import { judgeConversion } from './conversion-kept.ts';
import { judgeData } from './data-kept.ts';
import type { PrefillFrom } from './prefill-from.ts';
import type { PromiseSetting } from './promise-setting.ts';
import { LEAST_WEEKS } from './promise-verdict.ts';
import { fivePercentsBelow, roundDown, roundUp } from './round-figures.ts';
import { judgeVolume } from './volume-kept.ts';

export const proposeMarketing = (setting: PromiseSetting, from: PrefillFrom): MarketingPromises => ({
  volume: proposeVolume(setting, from.level),
  conversion: proposeConversion(setting, from),
  data: proposeData(setting, from),
  never: from.ruleSet.rules.flatMap(neverOf),
});

/** From the tenth to the ninetieth percentile of weeks. */
function proposeVolume(setting: PromiseSetting, level: string): VolumePromise | null {
  const asked = { least: 0, most: 0, weeks: 3, ofWeeks: 4 };
  const { weeks, p10, p90 } = judgeVolume(setting, level, asked).figure;
  if (p10 === null || p90 === null || weeks < LEAST_WEEKS || p90 === 0) return null;
  return { ...asked, least: roundDown(p10), most: roundUp(p90) };
}

/** The lower end of the interval, in whole per cent. */
function proposeConversion(setting: PromiseSetting, { level, maturityDays }: PrefillFrom): ConversionPromise | null {
  if (maturityDays <= 0) return null;
  const { share } = judgeConversion(setting, level, { leastPercent: 100, withinDays: maturityDays }).figure;
  const leastPercent = Math.floor((share.interval?.[0] ?? 0) * 100);
  return share.due < LEAST_KNOWN || leastPercent === 0 ? null : { leastPercent, withinDays: maturityDays };
}

const MOST_ATTRIBUTES = 3;
const LEAST_FILLED = 0.8;

/** Attributes that the rules read and that most leads have. */
function proposeData(setting: PromiseSetting, { level, ruleSet }: PrefillFrom): DataPromise | null {
  const { leads } = setting.started(level);
  const { column } = leadTable(setting.history);
  const attributes = attributesRead(ruleSet)
    .filter((attribute) => {
      const codes = column(attribute)?.codes;
      const known = codes === undefined ? 0 : leads.filter((lead) => codes[lead] !== MISSING).length;
      return known >= LEAST_FILLED * leads.length;
    })
    .slice(0, MOST_ATTRIBUTES);
  if (attributes.length === 0 || leads.length < LEAST_KNOWN) return null;
  const { share } = judgeData(setting, level, { attributes, leastPercent: 100 }).figure;
  const leastPercent = fivePercentsBelow(share.interval?.[0] ?? 0);
  return leastPercent === 0 ? null : { attributes, leastPercent };
}

/** In the order of the rules; `created` everybody has. */
function attributesRead({ rules }: RuleSet): readonly string[] {
  const names = rules.filter(({ enabled }) => enabled).flatMap(attributesOf);
  return [...new Set(names)].filter((name) => name !== 'created');
}

function attributesOf(rule: Rule): readonly string[] {
  const gate = rule.if === undefined ? [] : columnsOf(rule.if);
  return 'attribute' in rule ? [rule.attribute, ...gate] : gate;
}

const neverOf = (rule: Rule): readonly NeverPromise[] =>
  rule.enabled && rule.disqualifies && rule.kind === 'attribute' ? [{ name: rule.name, if: rule.if }] : [];
