import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { hashOf } from '../../../stores/route-store.ts';
import { useScenario } from '../../../stores/use-stores.tsx';
import { pointsOf } from './points-of.ts';

/** Says where the rule that was just made went, for as long as it is there. */
export const MadeNotice = ({ id }: { readonly id: string | null }) => {
  const { t, format } = useMessages();
  const rule = useScenario((state) => state.ruleSet?.rules.find((one) => one.id === id));
  const dimension = useScenario(
    (state) => state.ruleSet?.dimensions.find((one) => one.id === rule?.dimension)?.name ?? '',
  );
  return (
    <div role="status">
      {rule !== undefined && (
        <p className="profile-made">
          <Icon name="tick" />
          <span>
            {t('profile.rule.made', { name: rule.name, dimension, points: pointsOf(rule, format) })}{' '}
            {'decay' in rule && rule.decay.kind !== 'none' && `${t('profile.rule.fades')} `}
            <a href={hashOf('rules', rule.id)}>{t('profile.rule.see')}</a>
          </span>
        </p>
      )}
    </div>
  );
};
