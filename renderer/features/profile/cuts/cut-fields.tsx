import { useState } from 'react';
import { NumberField } from '../../../components/fields/number-field.tsx';
import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useProfile } from '../../../stores/use-stores.tsx';
import { isAscending, withCut } from '../model/cut-edits.ts';
import type { AttributeRow } from '../model/profile-rows.ts';
import { cutWords } from '../model/row-words.ts';
import { cutsOf } from './cuts-of.ts';
import { DayField } from './day-field.tsx';

/** The cut points as numbers to type. Those that do not ascend wait here until they do. */
export const CutFields = ({ row }: { readonly row: AttributeRow }) => {
  const messages = useMessages();
  const { t } = messages;
  const own = useProfile((state) => state.cutPoints);
  const cut = useProfile((state) => state.cut);
  const { attribute, kind } = row.profile;
  const [draft, setDraft] = useState<readonly number[] | null>(null);
  const cuts = draft ?? cutsOf(row.profile, own);
  const take = (next: readonly number[]): void => {
    setDraft(isAscending(next) ? null : next);
    if (isAscending(next)) cut(attribute, next);
  };
  const reset = (): void => {
    setDraft(null);
    cut(attribute, null);
  };
  return (
    <section className="profile-section" aria-label={t('profile.cuts.title')}>
      <h3>{t('profile.cuts.title')}</h3>
      {cuts.length === 0 ? <p>{t('profile.cuts.none')}</p> : <p className="secondary">{t('profile.cuts.help')}</p>}
      <ol className="profile-cuts">
        {cuts.map((at, index) => {
          const label = t('profile.cuts.field', { number: index + 1, attribute });
          const isLow = index > 0 && at <= (cuts[index - 1] ?? Number.NEGATIVE_INFINITY);
          const common = {
            label,
            value: at,
            fault: isLow ? t('profile.cuts.notAscending') : undefined,
            onChange: (value: number) => take(cuts.with(index, value)),
          };
          return (
            <li key={label}>
              {kind === 'date' ? <DayField {...common} /> : <NumberField {...common} width={96} />}
              <button
                type="button"
                className="tool small"
                aria-label={t('profile.cuts.remove', { cut: cutWords(messages, at, kind) })}
                onClick={() => take(cuts.toSpliced(index, 1))}
              >
                <Icon name="cross" size={12} />
              </button>
            </li>
          );
        })}
      </ol>
      <div className="profile-actions">
        <button type="button" className="button profile-small" onClick={() => take(withCut(cuts))}>
          {t('profile.cuts.add')}
        </button>
        <button
          type="button"
          className="button profile-small"
          disabled={draft === null && !Object.hasOwn(own, attribute)}
          onClick={reset}
        >
          {t('profile.cuts.reset')}
        </button>
      </div>
    </section>
  );
};
