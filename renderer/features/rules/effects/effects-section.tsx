import type { Rule } from '../../../../core/rule-set/rule-set.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { hashOf } from '../../../stores/route-store.ts';
import { useEffectsStore } from '../../../stores/use-stores.tsx';
import { EditorSection } from '../editor/editor-section.tsx';
import { AloneFigures } from './alone-figures.tsx';
import { ConcernList } from './concern-list.tsx';
import { EffectFigures } from './effect-figures.tsx';
import { useHasNoLeads, useRuleEffect } from './use-effects.ts';
import './effects.css';

/** In the editor of a rule: whom it touches, what it gives, how they converted, what it decides, and what is to be looked at. */
export const EffectsSection = ({ rule }: { readonly rule: Rule }) => {
  const { t } = useMessages();
  return (
    <EditorSection title={t('effects.title')}>
      <Content rule={rule} />
    </EditorSection>
  );
};

const Content = ({ rule }: { readonly rule: Rule }) => {
  const { t } = useMessages();
  const found = useRuleEffect(rule.id);
  const failure = useEffectsStore((state) => state.failure);
  const refresh = useEffectsStore((state) => state.refresh);
  const hasNoLeads = useHasNoLeads();
  if (hasNoLeads)
    return (
      <p className="secondary">
        {t('effects.empty')} <a href={hashOf('history', 'import')}>{t('effects.bringIn')}</a>
      </p>
    );
  if (failure !== null) return <FailureNotice failure={failure} onRetry={refresh} />;
  if (!rule.enabled) return <p className="secondary">{t('effects.off')}</p>;
  if (found === null) return <p className="secondary">{t('effects.waiting')}</p>;
  return (
    <>
      <div className={`effects${found.isOlder ? ' older' : ''}`} aria-busy={found.isOlder}>
        <EffectFigures rule={rule} found={found} />
        <AloneFigures rule={rule} touched={found.effect.touched.leads} />
        <p className="hint">
          {t('effects.givesNote')} {t('effects.interval')}
        </p>
      </div>
      {found.isOlder && <p className="only-heard">{t('effects.older')}</p>}
      <ConcernList rule={rule} concerns={found.concerns} />
    </>
  );
};
