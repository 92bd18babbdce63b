import type { PairCompared } from '../../../../api/compare-pair.ts';
import { pointDigits } from '../../../../core/comparison/pair/point-digits.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useHasDates } from '../../../stores/use-has-dates.ts';
import { type CompareFocus, isOneSide } from '../compare-focus.ts';
import { useComparedPair } from '../pair/compared-pair.tsx';
import { basisWords, isCounted, isNobody } from './basis-words.ts';
import './verdict.css';

/** What the comparison comes to: one sentence, and under it what it rests on and what would settle it. */
export const Verdict = ({ focus }: { readonly focus: CompareFocus }) => {
  const { t } = useMessages();
  const { answer, failure, isLate, retry } = useComparedPair();
  if (failure !== null) return <FailureNotice failure={failure} onRetry={retry} />;
  return (
    <section className="compare-verdict" aria-label={t('compare-verdict')} aria-busy={isLate}>
      {answer === null ? (
        <p className="secondary" role="status">
          {t('compare.working')}
        </p>
      ) : (
        <Told focus={focus} answer={answer} />
      )}
    </section>
  );
};

const Told = ({ focus, answer }: { readonly focus: CompareFocus; readonly answer: PairCompared }) => {
  const messages = useMessages();
  const hasDates = useHasDates();
  return (
    <>
      <h1 aria-live="polite">
        <Sentence focus={focus} answer={answer} />
      </h1>
      <p>{basisWords(answer, focus, messages, hasDates)}</p>
    </>
  );
};

const Sentence = ({ focus, answer }: { readonly focus: CompareFocus; readonly answer: PairCompared }) => {
  const { rich, format } = useMessages();
  const { finding, difference, a, b } = answer;
  const names = { a: focus.a.name, b: focus.b.name };
  if (isOneSide(focus)) return rich('compare-verdict.sameSide', names);
  if (isNobody(answer)) return rich('compare-verdict.nobody', { ...names, who: nobodyOf(answer) });
  if (finding.kind === 'sameLeads') return rich('compare-verdict.sameLeads', names);
  if (finding.kind === 'tooFewSqls') {
    const counts = {
      convertedA: format.count(a.converted),
      observedA: format.count(a.observed),
      convertedB: format.count(b.converted),
      observedB: format.count(b.observed),
    };
    return rich('compare-verdict.tooFewSqls', { ...names, ...counts });
  }
  const caught = b.converted - a.converted;
  const rate = difference.rate ?? 0;
  return rich(isCounted(finding) ? `compare-verdict.${finding.kind}` : 'compare-verdict.better', {
    ...names,
    direction: rate < 0 ? 'worse' : 'better',
    points: format.decimal(Math.abs(rate) * 100, pointDigits(difference.interval)),
    caughtDirection: caught === 0 ? 'same' : caught > 0 ? 'more' : 'fewer',
    caught: format.count(Math.abs(caught)),
    caughtCount: Math.abs(caught),
  });
};

const nobodyOf = ({ a, b }: PairCompared): 'a' | 'b' | 'both' => (a.reached > 0 ? 'b' : b.reached > 0 ? 'a' : 'both');
