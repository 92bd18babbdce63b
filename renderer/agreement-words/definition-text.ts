/** What the rules say a qualified lead is, in sentences whose values are marked for `definitionParts`. */
import { type DefinitionSentence, definitionOf, type Minimum } from '../../core/agreement/definition.ts';
import type { Decay, RuleSet } from '../../core/rule-set/rule-set.ts';
import type { Messages } from '../i18n/messages.tsx';
import { listText, marked, pointsText } from './marked.ts';

/** `level`: id of the level at which a lead is qualified. */
export const definitionText = (messages: Messages, ruleSet: RuleSet, level: string): string => {
  const sentences = definitionOf(ruleSet, level);
  return sentences
    .map((sentence) => sentenceText(messages, sentence, sentences))
    .filter((text) => text !== '')
    .join(' ');
};

/** How a decay makes points fade: "halves every 60 days". */
export const fadesText = ({ t, format }: Messages, decay: Decay): string => {
  switch (decay.kind) {
    case 'none':
      return t('agreement-words.fades.none');
    case 'half-life':
    case 'linear':
    case 'expire':
      return t(`agreement-words.fades.${decay.kind}`, { days: decay.days });
    case 'steps':
      return t('agreement-words.fades.steps', { percent: format.points(decay.percent), days: decay.everyDays });
  }
};

/** That a dimension fades is told with how far it counts, where it is limited. */
const sentenceText = (messages: Messages, sentence: DefinitionSentence, all: readonly DefinitionSentence[]): string => {
  const { t } = messages;
  switch (sentence.kind) {
    case 'reaches':
      return t('agreement-words.define.reaches', {
        level: marked(sentence.level),
        dimensions: listText(messages, sentence.dimensions),
        several: sentence.dimensions.length > 1 ? 'yes' : 'no',
        total: marked(pointsText(messages, sentence.total)),
        ...leastValues(messages, sentence.minimums),
      });
    case 'counts': {
      const { dimension } = sentence;
      const most = marked(pointsText(messages, sentence.most));
      const fading = all.find((other) => other.kind === 'fades' && other.dimension === dimension);
      return fading?.kind === 'fades'
        ? t('agreement-words.define.countsAndFades', {
            dimension,
            most,
            fades: marked(fadesText(messages, fading.decay)),
          })
        : t('agreement-words.define.counts', { dimension, most });
    }
    case 'fades': {
      const { dimension } = sentence;
      return all.some((other) => other.kind === 'counts' && other.dimension === dimension)
        ? ''
        : t('agreement-words.define.fades', { dimension, fades: marked(fadesText(messages, sentence.decay)) });
    }
    case 'never':
      return t('agreement-words.define.never', { rules: listText(messages, sentence.rules.map(marked)) });
    case 'further':
      return t('agreement-words.define.further', {
        level: marked(sentence.level),
        total: marked(pointsText(messages, sentence.total)),
        ...leastValues(messages, sentence.minimums),
      });
    case 'below':
      return t('agreement-words.define.below');
  }
};

const leastValues = (messages: Messages, minimums: readonly Minimum[]) => ({
  hasLeast: minimums.length > 0 ? 'yes' : 'no',
  least: listText(
    messages,
    minimums.map(({ dimension, least }) =>
      marked(messages.t('agreement-words.define.least', { points: messages.format.points(least), dimension })),
    ),
  ),
});
