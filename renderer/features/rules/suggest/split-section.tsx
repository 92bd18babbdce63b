import { Segments } from '../../../components/fields/segments.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useHistory, useScenario, useSuggest } from '../../../stores/use-stores.tsx';
import { DayField } from '../../profile/cuts/day-field.tsx';
import { conditionWords } from '../words/condition-words.tsx';
import { firstSplit, gapDays } from './wanted.ts';

/** The leads to choose on and those to judge on: proposed, or by days; and what the gap between them is for. */
export const SplitSection = ({ isFaulty }: { readonly isFaulty: boolean }) => {
  const messages = useMessages();
  const { t } = messages;
  const scope = useScenario((state) => state.scope);
  const split = useSuggest((state) => state.wanted.split);
  const change = useSuggest((state) => state.change);
  const earliestMs = useHistory((state) => state.summary?.earliestMs ?? null);
  const latestMs = useHistory((state) => state.summary?.latestMs ?? null);
  const isDated = earliestMs !== null && latestMs !== null;
  const choose = (kind: 'proposed' | 'byDay') => {
    if (kind === 'proposed') change({ split: null });
    else if (isDated) change({ split: firstSplit(earliestMs, latestMs) });
  };
  return (
    <section aria-label={t('suggest.split')}>
      <h2>{t('suggest.split')}</h2>
      {scope !== null && <p>{messages.rich('suggest.scope', { condition: conditionWords(messages, scope) })}</p>}
      {isDated && (
        <Segments
          label={t('suggest.split')}
          value={split === null ? 'proposed' : 'byDay'}
          choices={[
            { value: 'proposed', label: t('suggest.split.proposed') },
            { value: 'byDay', label: t('suggest.split.byDay') },
          ]}
          onChange={choose}
        />
      )}
      {split === null ? (
        <p className="hint">{t('suggest.split.proposedHint')}</p>
      ) : (
        <>
          <div className="suggest-line">
            <span className="secondary" aria-hidden="true">
              {t('suggest.split.before')}
            </span>
            <DayField
              label={t('suggest.split.beforeFull')}
              value={split.chooseBeforeMs}
              fault={undefined}
              onChange={(chooseBeforeMs) => change({ split: { ...split, chooseBeforeMs } })}
            />
          </div>
          <div className="suggest-line">
            <span className="secondary" aria-hidden="true">
              {t('suggest.split.after')}
            </span>
            <DayField
              label={t('suggest.split.afterFull')}
              value={split.judgeAfterMs}
              fault={isFaulty ? t('suggest.fault.split') : undefined}
              onChange={(judgeAfterMs) => change({ split: { ...split, judgeAfterMs } })}
            />
          </div>
          {!isFaulty && <p className="hint">{t('suggest.split.gap', { days: gapDays(split) })}</p>}
        </>
      )}
    </section>
  );
};
