import type { AgreementDocument } from '../../../../api/core-types.ts';
import { ruleSetDifferences } from '../../../../core/agreement/rule-set-differences.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { optionsOf } from '../../../stores/scenario-store.ts';
import { useAnswer } from '../../../stores/use-answer.ts';
import { useScenario } from '../../../stores/use-stores.tsx';
import { levelName } from '../promises/promise-row.ts';

/** What the rules of a version would have meant in the history, against those of the version before. */
export const EffectLine = (props: { readonly before: AgreementDocument; readonly after: AgreementDocument }) => {
  const { t, format } = useMessages();
  const options = useScenario(optionsOf);
  const { before, after } = props;
  const isSameLevel = before.level === after.level;
  const isSame = isSameLevel && ruleSetDifferences(before.ruleSet, after.ruleSet).length === 0;
  const ask = (key: string) => ({
    level: after.level,
    options,
    a: { kind: 'ruleSet', ruleSet: before.ruleSet } as const,
    b: { kind: 'ruleSet', ruleSet: after.ruleSet } as const,
    splitMs: null,
    key,
  });
  const { answer } = useAnswer('compare.pair', isSame || !isSameLevel ? null : ask);
  // Leads of two levels are not the same question asked twice.
  if (!isSameLevel) return null;
  if (isSame) return <p className="secondary">{t('agreement.versions.noEffect')}</p>;
  if (answer === null) return <p className="hint">{t('agreement.promises.late')}</p>;
  const { a, b, weekly, swap, difference } = answer;
  if (swap.gained.leads + swap.lost.leads === 0) return <p className="secondary">{t('agreement.versions.noEffect')}</p>;
  const rateOf = ({ rate, interval, observed }: typeof a) =>
    rate === null
      ? t('agreement.versions.noRate')
      : t('agreement.versions.rate', { rate: format.rate(rate, interval), n: format.count(observed) });
  return (
    <p className="secondary">
      {t('agreement.versions.effect', {
        level: levelName(after, after.level),
        a: format.decimal(weekly.a),
        b: format.decimal(weekly.b),
        rate: rateOf(b),
        before: rateOf(a),
      })}
      {difference.rate !== null &&
        difference.interval !== null &&
        t('agreement.versions.effectDifference', {
          points: format.signedPoints(difference.rate),
          from: format.signedPoints(difference.interval[0]),
          to: format.signedPoints(difference.interval[1]),
        })}
    </p>
  );
};
