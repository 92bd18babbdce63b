/** What a rule is given for, how often it counts and how it fades, each in a few words. */
import type { ActivityRule, Band, Decay, InactivityRule, Rule } from '../rule-set.ts';
import { alternatives, conditionSentence, filterSentence } from './condition-sentence.ts';
import type { RuleSetWords } from './phrase.ts';

export function ruleSentence(words: RuleSetWords, rule: Rule): string {
  const sentence = withoutGate(words, rule);
  if (rule.kind === 'attribute' || rule.if === undefined) return sentence;
  return words.phrase('rules.say.gated', { sentence, gate: conditionSentence(words, rule.if) });
}

/** "under 50", "50 to 250", "from 250". */
export function bandSentence({ phrase, number }: RuleSetWords, { from, to }: Band): string {
  if (from === undefined && to === undefined) return phrase('rules.say.bandAll');
  if (from === undefined) return phrase('rules.say.bandUnder', { to: number(to ?? 0) });
  if (to === undefined) return phrase('rules.say.bandFrom', { from: number(from) });
  return phrase('rules.say.bandBetween', { from: number(from), to: number(to) });
}

/** "each, max 3, once per url". */
export function countsSentence(words: RuleSetWords, rule: Rule): string {
  const { phrase, number } = words;
  switch (rule.kind) {
    case 'attribute':
    case 'bands':
      return phrase('rules.counts.once');
    case 'counter':
      return rule.max === undefined
        ? phrase('rules.counts.number')
        : phrase('rules.counts.numberMax', { max: number(rule.max) });
    case 'activity':
      return [repeatSentence(words, rule), ...restraints(words, rule)].join(', ');
    case 'inactivity':
      return rule.max === 1
        ? phrase('rules.counts.silence')
        : phrase('rules.counts.silences', { max: number(rule.max) });
  }
}

export function fadesSentence({ phrase, number }: RuleSetWords, rule: Rule): string {
  const decay: Decay = 'decay' in rule ? rule.decay : { kind: 'none' };
  if (decay.kind === 'none') return phrase('rules.fades.none');
  if (decay.kind !== 'steps') return phrase(`rules.fades.${decay.kind}`, { days: number(decay.days) });
  const steps = phrase('rules.fades.steps', { percent: number(decay.percent), days: number(decay.everyDays) });
  return decay.compound ? phrase('readable.compound', { steps }) : steps;
}

function withoutGate(words: RuleSetWords, rule: Rule): string {
  switch (rule.kind) {
    case 'attribute':
      return conditionSentence(words, rule.if);
    case 'bands': {
      const bands = alternatives(
        words,
        rule.bands.map((band) => bandSentence(words, band)),
      );
      return words.phrase('rules.say.bands', { attribute: rule.attribute, bands });
    }
    case 'counter':
      return words.phrase('rules.say.counter', { attribute: rule.attribute });
    case 'activity':
      return filterSentence(words, rule.on);
    case 'inactivity':
      return silenceSentence(words, rule);
  }
}

function silenceSentence(words: RuleSetWords, { on, afterDays }: InactivityRule): string {
  const days = words.phrase('readable.days', { days: words.number(afterDays) });
  if (on.type === undefined && on.if === undefined) return words.phrase('rules.say.nothing', { days });
  return words.phrase('rules.say.silence', { activity: filterSentence(words, on), days });
}

function repeatSentence({ phrase, number }: RuleSetWords, { every, max }: ActivityRule): string {
  if (every === 1 && max === 1) return phrase('rules.counts.once');
  if (every === 1) {
    return max === undefined ? phrase('rules.counts.each') : phrase('rules.counts.eachMax', { max: number(max) });
  }
  return max === undefined
    ? phrase('rules.counts.every', { every: number(every) })
    : phrase('rules.counts.everyMax', { every: number(every), max: number(max) });
}

const restraints = ({ phrase, number }: RuleSetWords, rule: ActivityRule): readonly string[] => [
  ...(rule.distinctBy === undefined ? [] : [phrase('rules.counts.distinct', { property: rule.distinctBy })]),
  ...(rule.withinDays === undefined ? [] : [phrase('rules.counts.within', { days: number(rule.withinDays) })]),
  ...(rule.cooldownDays === undefined ? [] : [phrase('rules.counts.apart', { days: number(rule.cooldownDays) })]),
];
