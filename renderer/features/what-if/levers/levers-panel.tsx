import { useMemo, useState } from 'react';
import { Icon } from '../../../components/icon.tsx';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { changesOf } from '../../../levers/changes-of.ts';
import { isEcho } from '../../../levers/fading-levers.ts';
import { isMoved } from '../../../levers/lever.ts';
import { allToBaseline, isAnyLeverChanged, leversOf } from '../../../levers/levers-of.ts';
import { levelOf } from '../../../stores/scenario-store.ts';
import { useScenario, useStores } from '../../../stores/use-stores.tsx';
import { HistoryFoot } from './history/history-foot.tsx';
import { LevelChooser } from './level-chooser.tsx';
import { LeverRow } from './lever-row.tsx';
import { useLeverActions } from './use-lever-actions.ts';
import './levers.css';

/** Every number of the rule set that can be moved, the changed ones marked. */
export const LeversPanel = () => {
  const messages = useMessages();
  const { t } = messages;
  const [withDetails, setWithDetails] = useState(false);
  const { scenario } = useStores();
  const ruleSet = useScenario((state) => state.ruleSet);
  const baseline = useScenario((state) => state.stored?.baseline ?? null);
  const level = useScenario(levelOf);
  const actions = useLeverActions();
  const groups = useMemo(
    () =>
      ruleSet === null || baseline === null || level === null
        ? []
        : leversOf(ruleSet, baseline.ruleSet, level, messages),
    [ruleSet, baseline, level, messages],
  );
  const levers = groups.flatMap((group) => group.levers);
  const hasBoth = ruleSet !== null && baseline !== null;
  const changes = hasBoth ? changesOf(ruleSet, baseline.ruleSet, messages).length : 0;
  const allBack = () => {
    const { ruleSet: present, edit } = scenario.getState();
    if (present === null || baseline === null) return;
    edit(allToBaseline(present, baseline.ruleSet, messages), t('what-if.allBackStep', { baseline: baseline.name }));
  };
  return (
    <aside className="levers" aria-label={t('what-if.levers')}>
      <div className="levers-head">
        <h1 className="strong">{t('what-if.levers')}</h1>
        <span className="secondary ellipsis">{t('frame.changes', { count: changes })}</span>
        <span className="spring" />
        <button
          type="button"
          className="tool small"
          onClick={allBack}
          disabled={!hasBoth || !isAnyLeverChanged(ruleSet, baseline.ruleSet, messages)}
          title={t('what-if.allBackHelp')}
        >
          <Icon name="reset" />
          {t('what-if.allBack')}
        </button>
      </div>
      <div className="scroll levers-list" {...scrollRegion(t('what-if.levers'))}>
        {groups.map((group, index) => (
          <section key={group.id} aria-label={group.title}>
            <div className="levers-group">
              <h2 className="strong ellipsis">{group.title}</h2>
              {index === 0 ? <LevelChooser /> : <span className="hint">{group.hint}</span>}
              <span className="spring" />
              {index === 0 && <span className="hint">{t('what-if.baseline')}</span>}
            </div>
            {group.levers
              .filter((lever) => withDetails || !lever.isDetail || (isMoved(lever) && !isEcho(lever, levers)))
              .map((lever) => (
                <LeverRow key={lever.id} lever={lever} actions={actions} />
              ))}
          </section>
        ))}
      </div>
      <button
        type="button"
        className="levers-foot"
        aria-pressed={withDetails}
        onClick={() => setWithDetails(!withDetails)}
        title={t('what-if.detailsHelp')}
      >
        <Icon name={withDetails ? 'down' : 'right'} size={12} />
        {t('what-if.details')}
      </button>
      <HistoryFoot />
    </aside>
  );
};
