import { withOptional } from '../../../../core/rule-set/optional-key.ts';
import { foldText } from '../../../../core/text.ts';
import { type Choice, ChoiceField } from '../../../components/fields/choice-field.tsx';
import { SuggestionsField } from '../../../components/fields/suggestion-field.tsx';
import { TextField } from '../../../components/fields/text-field.tsx';
import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useWorkshop } from '../../../stores/use-stores.tsx';
import { faultPlace } from '../fault-place.ts';
import type { MappingPartProps } from './mapping-part.ts';

/** Words that mean "not answered", the date of leads without one, the time zone, one type for all activities. */
export const MappingOptions = ({ source, mapping, onChange }: MappingPartProps) => {
  const { t } = useMessages();
  const tokens = tokensFound(source, mapping);
  const zone = useWorkshop((state) => state.workshop?.open?.timeZone ?? 'UTC');
  const filled = (text: string) => (text === '' ? undefined : text);
  return (
    <section className="mapping-section" aria-label={t('history.map.more')} {...faultPlace('type')}>
      <h2>{t('history.map.more')}</h2>
      <div className="mapping-options">
        {mapping.rows === 'activities' && (mapping.type === undefined || 'constant' in mapping.type) && (
          <>
            <span className="secondary">{t('history.map.typeConstant')}</span>
            <TextField
              label={t('history.map.typeConstant')}
              value={mapping.type?.constant ?? ''}
              onChange={(constant) =>
                onChange(withOptional(mapping, 'type', constant === '' ? undefined : { constant }))
              }
            />
          </>
        )}
        <span className="secondary">{t('history.map.missingTokens')}</span>
        <SuggestionsField
          label={t('history.map.missingTokens')}
          values={mapping.missing}
          suggestions={tokens.map(({ token }) => token)}
          {...(mapping.missing.length === 0 ? { placeholder: t('history.map.missingHint') } : {})}
          onChange={(missing) => onChange({ ...mapping, missing })}
        />
        {tokens.length > 0 && (
          <>
            <span className="secondary">{t('history.map.tokensFound')}</span>
            <span className="tokens-found">
              {tokens.map(({ token, rows }) => (
                <button
                  key={token}
                  type="button"
                  className="adder"
                  title={t('history.map.tokenAdd', { token })}
                  onClick={() => onChange({ ...mapping, missing: [...mapping.missing, token] })}
                >
                  <Icon name="plus" size={12} />
                  {t('history.map.token', { token, count: rows })}
                </button>
              ))}
            </span>
          </>
        )}
        {mapping.rows === 'leads' && (
          <>
            <span className="secondary">{t('history.map.email')}</span>
            <ChoiceField
              label={t('history.map.email')}
              value={mapping.email ?? ''}
              choices={[
                { value: '', label: t('history.map.none') },
                ...source.columns
                  .filter(({ name }) => name !== '')
                  .map(({ name }): Choice<string> => ({ value: name, label: name })),
              ]}
              onChange={(email) => onChange(withOptional(mapping, 'email', filled(email)))}
            />
            <span />
            <p className="hint">{t('history.map.emailAbout')}</p>
            <span className="secondary">{t('history.map.referenceDate')}</span>
            <TextField
              label={t('history.map.referenceDate')}
              value={mapping.referenceDate ?? ''}
              placeholder={t('history.map.referenceHint')}
              onChange={(date) => onChange(withOptional(mapping, 'referenceDate', filled(date)))}
            />
          </>
        )}
        <span className="secondary">{t('history.map.timeZone')}</span>
        <TextField
          label={t('history.map.timeZone')}
          value={mapping.timeZone ?? ''}
          placeholder={t('history.map.timeZoneHint', { zone })}
          onChange={(timeZone) => onChange(withOptional(mapping, 'timeZone', filled(timeZone)))}
        />
      </div>
    </section>
  );
};

/** Words of all columns that may mean "not answered" and do not count as that yet, most frequent first. */
function tokensFound({ columns }: MappingPartProps['source'], { missing }: MappingPartProps['mapping']) {
  const counted = new Set(missing.map(foldText));
  const found = new Map<string, { readonly token: string; readonly rows: number }>();
  for (const { token, rows } of columns.flatMap(({ missingTokens }) => missingTokens)) {
    const folded = foldText(token);
    const known = found.get(folded);
    if (!counted.has(folded)) found.set(folded, { token: known?.token ?? token, rows: rows + (known?.rows ?? 0) });
  }
  return [...found.values()].sort((left, right) => right.rows - left.rows);
}
