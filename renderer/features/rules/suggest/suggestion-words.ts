/** What is learned from the history, in words. */
import type { Rule, RuleSet } from '../../../../core/rule-set/rule-set.ts';
import type {
  LeftOut,
  PeriodFigures,
  Periods,
  SuggestedCard,
  Suggestion,
  SuggestionFault,
} from '../../../../core/suggest/suggestion.ts';
import type { Messages } from '../../../i18n/messages.tsx';
import { textOf } from '../compare/difference.ts';
import { activityWords } from '../words/condition-words.tsx';
import { ruleWords } from '../words/rule-words.tsx';
import type { Estimate } from './interval-plot.tsx';
import { gapDays } from './wanted.ts';

/** On which leads the cards were chosen, on which they are judged, and what lies between. */
export function periodWords({ t, format }: Messages, { periods, cards }: Suggestion): readonly string[] {
  const [first] = cards;
  if (first === undefined) return [];
  const { chosenOn, judgedOn } = first;
  const counts = {
    chosen: format.count(chosenOn.n),
    chosenConverted: format.count(chosenOn.converted),
    judged: format.count(judgedOn.n),
    judgedConverted: format.count(judgedOn.converted),
  };
  if (periods.kind !== 'time') return [t(`suggest.periods.${periods.kind}`, counts)];
  const days = gapDays(periods);
  return [
    t('suggest.periods.time', {
      ...counts,
      before: format.date(periods.chooseBeforeMs),
      after: format.date(periods.judgeAfterMs),
    }),
    days === 0 ? t('suggest.periods.noGap') : t('suggest.periods.gap', { days }),
  ];
}

/** Why there is no card, and what would help. */
export function faultWords(messages: Messages, fault: SuggestionFault): readonly string[] {
  const { t, format } = messages;
  switch (fault.kind) {
    case 'tooSmall':
    case 'tooFewToChoose': {
      const { converted, notConverted, needed } = fault;
      const missing = [
        ...(converted < needed ? [t('suggest.missing.converted', { leads: needed - converted })] : []),
        ...(notConverted < needed ? [t('suggest.missing.notConverted', { leads: needed - notConverted })] : []),
      ];
      return [
        t(`suggest.fault.${fault.kind}`, {
          converted: format.count(converted),
          notConverted: format.count(notConverted),
          needed,
        }),
        t('suggest.missing', { missing: missing.join(t('suggest.missing.and')) }),
        t(`suggest.fault.${fault.kind}.next`),
      ];
    }
    case 'nothingToJudge':
      return [t('suggest.fault.nothingToJudge')];
    case 'badPeriods':
      return [t('suggest.fault.split')];
    case 'badConstraint':
      return [t('suggest.fault.badConstraint', { detail: fault.detail })];
    case 'nothingFound':
      return [t('suggest.fault.nothingFound'), ...leftOutWords(messages, fault.leftOut)];
  }
}

/** What no card reads, by the reason. */
export function leftOutWords({ t }: Messages, leftOut: readonly LeftOut[]): readonly string[] {
  const byWhy = new Map<LeftOut['why'], readonly string[]>();
  for (const one of leftOut) {
    const name = 'attribute' in one ? one.attribute : one.activity;
    byWhy.set(one.why, [...(byWhy.get(one.why) ?? []), name]);
  }
  return [...byWhy].map(([why, names]) => t(`suggest.leftOut.${why}`, { names: names.join(', ') }));
}

/** "30 % (25–36)"; a dash where there is no figure. */
export const estimateWords = ({ t, format }: Messages, [share, interval]: Estimate): string =>
  share === null ? t('suggest.none') : format.rate(share, interval);

/** "30 % (25–36), n 258". */
export const rateWords = (messages: Messages, { rate, rateInterval, reached }: PeriodFigures): string =>
  messages.t('suggest.rateOf', {
    rate: estimateWords(messages, [rate, rateInterval]),
    n: messages.format.count(reached),
  });

export const orderWords = (messages: Messages, { auc, aucInterval }: PeriodFigures): string =>
  estimateWords(messages, [auc, aucInterval]);

/** "58 % of 134". */
export const recallWords = (messages: Messages, { recall, converted }: PeriodFigures): string =>
  messages.t('suggest.recallOf', {
    recall: estimateWords(messages, [recall, null]),
    converted: messages.format.count(converted),
  });

/** The card as it comes onto the table: named and described in the language of the screen. */
export function takenCard(
  messages: Messages,
  { ruleSet }: SuggestedCard,
  periods: Periods,
  number: number,
  fixed: readonly Rule['id'][],
): RuleSet {
  const { t, format } = messages;
  return {
    ...ruleSet,
    name: t('suggest.card.name', { number }),
    description:
      periods.kind === 'time'
        ? t('suggest.about.time', {
            before: format.date(periods.chooseBeforeMs),
            after: format.date(periods.judgeAfterMs),
          })
        : t(`suggest.about.${periods.kind}`),
    dimensions: ruleSet.dimensions.map((dimension) => ({
      ...dimension,
      name: dimension.id === 'fit' ? t('suggest.dimension.fit') : t('suggest.dimension.behaviour'),
    })),
    rules: ruleSet.rules.map((rule) =>
      fixed.includes(rule.id) ? rule : { ...rule, name: learnedName(messages, rule) },
    ),
  };
}

const LONGEST_NAME = 100;

/** What a learned rule asks for: an activity counts once, from so many times on. */
export function learnedName(messages: Messages, rule: Rule): string {
  const said =
    rule.kind === 'activity'
      ? messages.t('suggest.times', { activity: textOf(activityWords(messages, rule.on)), times: rule.every })
      : textOf(ruleWords(messages, rule));
  const signs = Array.from(said);
  return signs.length <= LONGEST_NAME ? said : `${signs.slice(0, LONGEST_NAME - 1).join('')}…`;
}
