import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';
import { parseRuleSet } from '../../../core/rule-set/parse-rule-set.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import type { RuleSetFault } from '../../../core/rule-set/rule-set-faults.ts';
import { useScenario } from '../../stores/use-stores.tsx';

export interface RuleEditing {
  /** As the designer shows it: what is stored, or what is being written and not valid yet. */
  readonly ruleSet: RuleSet;
  readonly baseline: RuleSet;
  readonly baselineName: string;
  /** Of what is being written; empty when all of it is stored. */
  readonly faults: readonly RuleSetFault[];
  /** Stores a valid rule set as one undoable step; holds an invalid one here, with its faults, until it is valid. */
  readonly apply: (next: RuleSet, label: string, coalesce?: string) => void;
  readonly discard: () => void;
}

interface Draft {
  /** The stored rule set it was written over; another one (an undo, a load) makes the draft void. */
  readonly over: RuleSet;
  readonly ruleSet: RuleSet;
  readonly faults: readonly RuleSetFault[];
}

const EditingContext = createContext<RuleEditing | null>(null);

const NO_FAULTS: readonly RuleSetFault[] = [];

export const RuleEditingProvider = (props: { readonly stored: RuleSet; readonly children: ReactNode }) => {
  const { stored, children } = props;
  const edit = useScenario((state) => state.edit);
  const baseline = useScenario((state) => state.stored?.baseline.ruleSet ?? stored);
  const baselineName = useScenario((state) => state.stored?.baseline.name ?? '');
  const [draft, setDraft] = useState<Draft | null>(null);
  const standing = draft !== null && draft.over === stored ? draft : null;
  const apply = useCallback(
    (next: RuleSet, label: string, coalesce?: string) => {
      const parsed = parseRuleSet(next);
      setDraft(parsed.ok ? null : { over: stored, ruleSet: next, faults: parsed.error });
      if (parsed.ok) edit(parsed.value, label, coalesce);
    },
    [edit, stored],
  );
  const discard = useCallback(() => setDraft(null), []);
  const editing = useMemo<RuleEditing>(
    () => ({
      ruleSet: standing?.ruleSet ?? stored,
      faults: standing?.faults ?? NO_FAULTS,
      baseline,
      baselineName,
      apply,
      discard,
    }),
    [standing, stored, baseline, baselineName, apply, discard],
  );
  return <EditingContext value={editing}>{children}</EditingContext>;
};

export const useRuleEditing = (): RuleEditing => {
  const editing = use(EditingContext);
  if (editing === null) throw new Error('useRuleEditing outside RuleEditingProvider');
  return editing;
};

/** For fields of something that stands beside the rule set, with faults of its own. */
export const WithFaults = (props: { readonly faults: readonly RuleSetFault[]; readonly children: ReactNode }) => {
  const editing = useRuleEditing();
  return <EditingContext value={{ ...editing, faults: props.faults }}>{props.children}</EditingContext>;
};

/** What is wrong at a path of the document, or within what it holds; undefined when nothing is. */
export const faultAt = (faults: readonly RuleSetFault[], path: string, within = false): string | undefined =>
  faults.find(
    (fault) =>
      fault.path === path || (within && (fault.path.startsWith(`${path}[`) || fault.path.startsWith(`${path}.`))),
  )?.message;
