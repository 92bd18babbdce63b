import type { Rule } from '../../../core/rule-set/rule-set.ts';
import { keptOutOfRule } from '../../../core/rule-set/rule-set-warnings.ts';
import { Icon } from '../../components/icon.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { hashOf } from '../../stores/route-store.ts';
import { useWorkshop } from '../../stores/use-stores.tsx';

/** The attributes that the rule reads though they are kept out of rules. */
const useKeptOut = (rule: Rule): readonly string[] => {
  const keptOut = useWorkshop((state) => state.workshop?.open?.keptOut ?? NONE);
  return keptOutOfRule(rule, keptOut);
};

const NONE: readonly string[] = [];

/** Beside the points of a rule that reads such an attribute. */
export const KeptOutMark = ({ rule }: { readonly rule: Rule }) => {
  const { t } = useMessages();
  const attributes = useKeptOut(rule);
  if (attributes.length === 0) return null;
  const words = t('quality.rule.mark', { attributes: attributes.join(', ') });
  return (
    <span className="kept-out-mark" title={words}>
      <Icon name="warning" size={12} />
      <span className="only-heard">{words}</span>
    </span>
  );
};

/** In the editor of such a rule: what is wrong, and where it was said. */
export const KeptOutNotice = ({ rule }: { readonly rule: Rule }) => {
  const { t } = useMessages();
  const attributes = useKeptOut(rule);
  if (attributes.length === 0) return null;
  return (
    <p className="kept-out-notice">
      <Icon name="warning" size={12} />
      <span>
        {t('quality.rule.notice', { attributes: attributes.join(', '), count: attributes.length })}{' '}
        <a href={hashOf('history', 'quality')}>{t('quality.tab.carries')}</a>
      </span>
    </p>
  );
};
