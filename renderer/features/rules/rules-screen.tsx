import { useEffect } from 'react';
import { Icon } from '../../components/icon.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { levelOf, optionsOf } from '../../stores/scenario-store.ts';
import { useFrame, useGrid, useRoute, useScenario } from '../../stores/use-stores.tsx';
import { ArrangingProvider } from './arrange/arranging.tsx';
import { EditorPanel } from './editor/editor-panel.tsx';
import { useFollowEffects } from './effects/use-effects.ts';
import { GridView } from './grid/grid-view.tsx';
import { LevelRuler } from './list/level-ruler.tsx';
import { RuleList } from './list/rule-list.tsx';
import { NoRulesYet } from './no-rules-yet.tsx';
import { pageOf } from './pages.ts';
import { RuleEditingProvider, useRuleEditing } from './rule-editing.tsx';
import { FileNotice, useRuleSetFiles } from './rule-set-files.tsx';
import { RuleSetMenu } from './rule-set-menu.tsx';
import { WHOLE } from './selection.ts';
import { SuggestPage } from './suggest/suggest-page.tsx';
import { ProgrammesPage } from './templates/programmes-page.tsx';
import { select } from './use-selection.ts';
import './rules.css';
import './list/rule-list.css';
import './arrange/arrange.css';
import './compare/compare.css';
import './search/search.css';
import './editor/editor.css';

export const RulesScreen = () => {
  const stored = useScenario((state) => state.ruleSet);
  if (stored === null) return null;
  return (
    <RuleEditingProvider stored={stored}>
      <Room />
    </RuleEditingProvider>
  );
};

const Room = () => {
  const page = useRoute((route) => pageOf(route.detail));
  if (page === 'programmes') return <ProgrammesPage />;
  if (page === 'suggest') return <SuggestPage />;
  return (
    <ArrangingProvider>
      <Designer />
    </ArrangingProvider>
  );
};

const Designer = () => {
  const { t } = useMessages();
  const files = useRuleSetFiles();
  const hasRules = useRuleEditing().ruleSet.rules.length > 0;
  const isGrid = useGrid((state) => state.isOpen);
  useMeasures();
  useFollowEffects();
  return (
    <div className="rules">
      <section className="rules-left" aria-label={t('rules.title')}>
        <div className="rules-levels">
          <div className="rules-tools">
            <button type="button" className="tool small" onClick={() => select(WHOLE)}>
              {t('rules.set')}
            </button>
            <button
              type="button"
              className="tool small"
              aria-label={t('rules.loadFull')}
              onClick={() => void files.load()}
            >
              <Icon name="folder" size={12} />
              {t('rules.load')}
            </button>
            <button
              type="button"
              className="tool small"
              aria-label={t('rules.saveFull')}
              onClick={() => void files.save()}
            >
              <Icon name="file" size={12} />
              {t('rules.save')}
            </button>
            <RuleSetMenu onSavePoints={() => void files.savePoints()} onSavePage={() => void files.savePage()} />
          </div>
          <LevelRuler />
        </div>
        <div className="rules-notices">
          {files.outcome !== null && <FileNotice outcome={files.outcome} onDismiss={files.dismiss} />}
          <WaitingNotice />
          {!hasRules && <NoRulesYet />}
        </div>
        {isGrid ? <GridView /> : <RuleList />}
      </section>
      <EditorPanel />
    </div>
  );
};

/** While something is half written, nothing of it counts: says so, what is missing, and the way back. */
const WaitingNotice = () => {
  const { t } = useMessages();
  const { faults, discard } = useRuleEditing();
  if (faults.length === 0) return null;
  return (
    <section className="file-notice refused" role="status">
      <Icon name="warning" />
      <div>
        <h2>{t('rules.fault.waiting', { faults: faults.length })}</h2>
        <dl className="faults">
          {faults.map((fault) => (
            <div key={`${fault.path} ${fault.message}`}>
              <dt>{fault.path}</dt>
              <dd>{fault.message}</dd>
            </div>
          ))}
        </dl>
      </div>
      <button type="button" className="button" onClick={discard}>
        {t('rules.fault.discard')}
      </button>
    </section>
  );
};

/** Asks for the same frame as the What-if screen: how many leads reach each level. */
const useMeasures = () => {
  const ruleSet = useScenario((state) => state.ruleSet);
  const level = useScenario(levelOf);
  const options = useScenario(optionsOf);
  const baselineId = useScenario((state) => state.stored?.baseline.id ?? null);
  const request = useFrame((state) => state.request);
  useEffect(() => {
    if (ruleSet === null || level === null || baselineId === null) return;
    request({ ruleSet, level, options, baselineId });
  }, [ruleSet, level, options, baselineId, request]);
};
