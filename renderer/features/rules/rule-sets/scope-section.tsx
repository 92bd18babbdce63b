import { useState } from 'react';
import type { Condition } from '../../../../api/core-types.ts';
import { parseScope } from '../../../../core/rule-set/parse-scope.ts';
import type { RuleSetFault } from '../../../../core/rule-set/rule-set-faults.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { optionsOf } from '../../../stores/scenario-store.ts';
import { useFrame, useScenario } from '../../../stores/use-stores.tsx';
import { ConditionEditor } from '../editor/condition-editor.tsx';
import { EditorSection } from '../editor/editor-section.tsx';
import { OF_LEADS } from '../editor/subject-kinds.ts';
import { WithFaults } from '../rule-editing.tsx';

type Scope = Condition<'attribute'>;

/** What is being written and no condition yet, over the one that holds. */
interface Draft {
  readonly over: Scope | null;
  readonly scope: Scope;
  readonly faults: readonly RuleSetFault[];
}

const NO_FAULTS: readonly RuleSetFault[] = [];

/** For which leads the rule set on the table is meant, and how many of them are counted. */
export const ScopeSection = () => {
  const { t, format } = useMessages();
  const scope = useScenario((state) => state.scope);
  const setScope = useScenario((state) => state.setScope);
  const options = useScenario(optionsOf);
  const leads = useFrame((state) =>
    state.shown?.request.options === options ? state.shown.pair.scenario.leads : undefined,
  );
  const [draft, setDraft] = useState<Draft | null>(null);
  const standing = draft !== null && draft.over === scope ? draft : null;
  const change = (next: Scope | undefined) => {
    const parsed = next === undefined ? null : parseScope(next);
    setDraft(parsed?.ok === false && next !== undefined ? { over: scope, scope: next, faults: parsed.error } : null);
    if (parsed === null) setScope(null, t('rules.step.scopeNone'));
    else if (parsed.ok) setScope(parsed.value, t('rules.step.scope'));
  };
  return (
    <EditorSection
      title={t('rules.scope')}
      aside={leads === undefined ? undefined : t('rules.scope.leads', { leads, count: format.count(leads) })}
    >
      <p className="hint">{t(scope === null ? 'rules.scope.everyLead' : 'rules.scope.hint')}</p>
      <WithFaults faults={standing?.faults ?? NO_FAULTS}>
        <ConditionEditor
          kind={OF_LEADS}
          condition={standing?.scope ?? scope ?? undefined}
          path="scope"
          addLabel={t('rules.when.addGate')}
          onChange={change}
        />
      </WithFaults>
    </EditorSection>
  );
};
