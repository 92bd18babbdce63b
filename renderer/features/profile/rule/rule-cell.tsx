import { useMessages } from '../../../i18n/messages.tsx';
import { hashOf } from '../../../stores/route-store.ts';
import type { ProfileRow } from '../model/profile-rows.ts';
import { focusLinkIn } from './focus-link.ts';
import { pointsOf } from './points-of.ts';
import { useRuleOfRow } from './use-rule-of-row.ts';

/** One click in the row: makes the rule, or leads to the one that is there. */
export const RuleCell = (props: {
  readonly row: ProfileRow;
  readonly title: string;
  readonly onMade: (id: string) => void;
}) => {
  const { row, title, onMade } = props;
  const { t, format } = useMessages();
  const { proposed, there, canMake, make } = useRuleOfRow(row);
  if (there !== null) {
    return (
      <a href={hashOf('rules', there.id)} aria-label={t('profile.rule.thereFor', { title })}>
        {t('profile.rule.there')}
      </a>
    );
  }
  if (typeof proposed === 'string') {
    return (
      <span className="hint" title={t(`profile.rule.no.${proposed}`)}>
        –
      </span>
    );
  }
  const points = pointsOf(proposed, format);
  return (
    <button
      type="button"
      className="profile-make"
      disabled={!canMake}
      aria-label={t('profile.rule.makeFor', { points, title })}
      onClick={({ currentTarget }) => {
        const cell = currentTarget.parentElement;
        make(onMade);
        focusLinkIn(cell);
      }}
    >
      {t('profile.rule.make', { points })}
    </button>
  );
};
