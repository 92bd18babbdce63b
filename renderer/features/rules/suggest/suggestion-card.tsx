import type { Rule, RuleSet } from '../../../../core/rule-set/rule-set.ts';
import type { Judged, PeriodFigures } from '../../../../core/suggest/suggestion.ts';
import { Icon } from '../../../components/icon.tsx';
import { type Messages, useMessages } from '../../../i18n/messages.tsx';
import { countsWords, pointsWords, ruleWords } from '../words/rule-words.tsx';
import { type Estimate, IntervalPlot } from './interval-plot.tsx';
import { estimateWords, orderWords, rateWords, recallWords } from './suggestion-words.ts';

interface SuggestionCardProps {
  readonly title: string;
  readonly ruleSet: RuleSet;
  readonly judged: Judged;
  /** What it is compared with, drawn hollow beneath its own figures; null: nothing. */
  readonly other: Judged | null;
  /** Ids of the rules that were to stay. */
  readonly fixed: readonly Rule['id'][];
  /** The card where it brings as many leads as the present rules; null: there are none. */
  readonly atPresentVolume: Judged | null;
  /** Absent: it is on the table already. */
  readonly onTake?: () => void;
}

/** A card: how it did on the leads it was judged on, and its rules with their points. */
export const SuggestionCard = (props: SuggestionCardProps) => {
  const { title, ruleSet, judged, other, fixed, atPresentVolume, onTake } = props;
  const messages = useMessages();
  const { t, format } = messages;
  const [level] = ruleSet.levels;
  return (
    <li className="suggest-card">
      <div className="suggest-card-head">
        <h2>{title}</h2>
        {onTake === undefined ? (
          <span className="secondary">{t('suggest.presentRules', { rules: ruleSet.rules.length })}</span>
        ) : (
          <button type="button" className="button" aria-label={t('suggest.takeFull', { card: title })} onClick={onTake}>
            <Icon name="tick" size={12} />
            {t('suggest.take')}
          </button>
        )}
      </div>
      <p>
        {level !== undefined &&
          t('suggest.threshold', { level: level.name, points: format.points(judged.judgedOn.threshold) })}
      </p>
      <Figures judged={judged} other={other} isPresent={onTake === undefined} />
      {atPresentVolume !== null && (
        <p>
          {t('suggest.sameVolume', {
            points: format.points(atPresentVolume.judgedOn.threshold),
            rate: rateWords(messages, atPresentVolume.judgedOn),
            recall: recallWords(messages, atPresentVolume.judgedOn),
          })}
        </p>
      )}
      {onTake !== undefined && <CardRules rules={ruleSet.rules} fixed={fixed} />}
    </li>
  );
};

interface FiguresProps extends Pick<SuggestionCardProps, 'judged' | 'other'> {
  readonly isPresent: boolean;
}

/** Those of a card solid, those of the present rules hollow, wherever they stand. */
const Figures = ({ judged, other, isPresent }: FiguresProps) => {
  const messages = useMessages();
  const { t } = messages;
  return (
    <dl className="suggest-figures">
      {FIGURES.map(({ label, words, estimate, low }) => {
        const own = estimate(judged.judgedOn);
        return (
          <div key={label}>
            <dt>{t(label)}</dt>
            <dd>
              <b className="strong">{words(messages, judged.judgedOn)}</b>
              <IntervalPlot
                own={isPresent ? null : own}
                other={isPresent ? own : other && estimate(other.judgedOn)}
                low={low}
                high={1}
              />
              <span className="hint">
                {t('suggest.whenChosen', { figures: estimateWords(messages, estimate(judged.chosenOn)) })}
              </span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
};

interface Figure {
  readonly label: 'suggest.order' | 'suggest.rate' | 'suggest.recall';
  readonly words: (messages: Messages, figures: PeriodFigures) => string;
  readonly estimate: (figures: PeriodFigures) => Estimate;
  /** Where the scale begins; it ends at 1. */
  readonly low: number;
}

const FIGURES: readonly Figure[] = [
  { label: 'suggest.order', words: orderWords, estimate: ({ auc, aucInterval }) => [auc, aucInterval], low: 0.5 },
  { label: 'suggest.rate', words: rateWords, estimate: ({ rate, rateInterval }) => [rate, rateInterval], low: 0 },
  { label: 'suggest.recall', words: recallWords, estimate: ({ recall }) => [recall, null], low: 0 },
];

const CardRules = ({ rules, fixed }: { readonly rules: readonly Rule[]; readonly fixed: readonly Rule['id'][] }) => {
  const messages = useMessages();
  const { t } = messages;
  return (
    <ul className="suggest-rules">
      {rules.map((rule) => (
        <li key={rule.id}>
          <span>
            {ruleWords(messages, rule)}
            {rule.kind === 'activity' && <span className="hint"> {countsWords(messages, rule)}</span>}
            {fixed.includes(rule.id) && <span className="hint"> {t('suggest.stays')}</span>}
          </span>
          <b className="strong">{pointsWords(messages, rule)}</b>
        </li>
      ))}
    </ul>
  );
};
