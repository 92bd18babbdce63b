import type { Rule } from '../../../../core/rule-set/rule-set.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { levelOf } from '../../../stores/scenario-store.ts';
import { useScenario } from '../../../stores/use-stores.tsx';
import { useRuleAlone } from './use-effects.ts';

/** The leads that the rule decides by itself; `touched`: how many leads it touches. */
export const AloneFigures = ({ rule, touched }: { readonly rule: Rule; readonly touched: number }) => {
  const { t, rich, format } = useMessages();
  const found = useRuleAlone(rule.id);
  const level = useScenario((state) => state.ruleSet?.levels.find(({ id }) => id === levelOf(state))?.name ?? '');
  if (touched === 0) return null;
  if (found === null) return <p className="secondary">{t('effects.alone.waiting')}</p>;
  const { brings, keepsBack } = found.alone;
  return (
    <div className={found.isOlder ? 'older' : undefined}>
      {brings.leads === 0 && keepsBack.leads === 0 && <p>{t('effects.alone.none', { level })}</p>}
      {brings.leads > 0 && (
        <p>
          {rich('effects.alone', {
            leads: touched,
            count: format.count(touched),
            over: format.count(brings.leads),
            level,
          })}{' '}
          {brings.observed > 0 &&
            t('effects.alone.known', {
              converted: format.count(brings.converted),
              observed: format.count(brings.observed),
            })}
        </p>
      )}
      {keepsBack.leads > 0 && <p>{rich('effects.keeps', { leads: format.count(keepsBack.leads), level })}</p>}
    </div>
  );
};
