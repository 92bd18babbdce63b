import { withOptional } from '../../../../core/rule-set/optional-key.ts';
import { SuggestionsField } from '../../../components/fields/suggestion-field.tsx';
import { TextField } from '../../../components/fields/text-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useWorkshop } from '../../../stores/use-stores.tsx';
import type { MappingPartProps } from './mapping-part.ts';

/** Words that mean "not answered", the date of leads without one, the time zone, one type for all activities. */
export const MappingOptions = ({ mapping, onChange }: MappingPartProps) => {
  const { t } = useMessages();
  const zone = useWorkshop((state) => state.workshop?.open?.timeZone ?? 'UTC');
  const filled = (text: string) => (text === '' ? undefined : text);
  return (
    <section className="mapping-section" aria-label={t('history.map.more')}>
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
          suggestions={[]}
          {...(mapping.missing.length === 0 ? { placeholder: t('history.map.missingHint') } : {})}
          onChange={(missing) => onChange({ ...mapping, missing })}
        />
        {mapping.rows === 'leads' && (
          <>
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
