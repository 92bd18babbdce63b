import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { hashOf } from '../../../stores/route-store.ts';
import { useScenario, useWorkshop } from '../../../stores/use-stores.tsx';
import type { ProfileRow } from '../model/profile-rows.ts';
import type { NoRule } from '../model/rule-of-row.ts';
import { focusLinkIn } from './focus-link.ts';
import { pointsOf } from './points-of.ts';
import { useRuleOfRow } from './use-rule-of-row.ts';

/** Reasons that warn of nothing. */
const HARMLESS: readonly NoRule[] = ['others', 'times', 'noPoints', 'constant'];

/** The row as a rule: proposed, there already, or why neither. */
export const RuleSection = ({ row, onMade }: { readonly row: ProfileRow; readonly onMade: (id: string) => void }) => {
  const { t, format } = useMessages();
  const { proposed, there, canMake, make } = useRuleOfRow(row);
  const isReadOnly = useWorkshop((state) => state.workshop?.open?.readOnly === true);
  const dimension = useScenario(
    (state) => state.ruleSet?.dimensions.find((one) => one.id === there?.dimension)?.name ?? '',
  );
  return (
    <section className="profile-section" aria-label={t('profile.rule.title')}>
      <h3>{t('profile.rule.title')}</h3>
      {typeof proposed === 'string' && (
        <p className={HARMLESS.includes(proposed) ? 'secondary' : 'profile-warning'}>
          {!HARMLESS.includes(proposed) && <Icon name="warning" size={12} />}
          <span>{t(`profile.rule.no.${proposed}`)}</span>
        </p>
      )}
      {there !== null && (
        <p>
          {t('profile.rule.thereSaid', { name: there.name, dimension, points: pointsOf(there, format) })}{' '}
          {!there.enabled && `${t('profile.rule.thereOff')} `}
          <a href={hashOf('rules', there.id)}>{t('profile.rule.see')}</a>
        </p>
      )}
      {typeof proposed !== 'string' && there === null && (
        <>
          {row.marks.includes('chance') && (
            <p className="profile-warning">
              <Icon name="warning" size={12} />
              <span>{t('profile.rule.chance')}</span>
            </p>
          )}
          <p className="secondary">{t('profile.rule.proposal', { points: pointsOf(proposed, format) })}</p>
          {isReadOnly && <p>{t('profile.rule.readOnly')}</p>}
          <button
            type="button"
            className="button"
            disabled={!canMake}
            onClick={({ currentTarget }) => {
              const section = currentTarget.parentElement;
              make(onMade);
              focusLinkIn(section);
            }}
          >
            {t('profile.rule.make', { points: pointsOf(proposed, format) })}
          </button>
        </>
      )}
    </section>
  );
};
