import { withOptional } from '../../../../core/rule-set/optional-key.ts';
import type { ActivityFilter } from '../../../../core/rule-set/rule-set.ts';
import { SuggestionsField } from '../../../components/fields/suggestion-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { faultAt, useRuleEditing } from '../rule-editing.tsx';
import { useHistoryNames } from '../use-history-names.ts';
import { ConditionEditor } from './condition-editor.tsx';
import { OF_ACTIVITIES } from './subject-kinds.ts';

/** Which activities: their types (none: any) and conditions on their properties. */
export const ActivityFilterEditor = (props: {
  readonly label: string;
  readonly filter: ActivityFilter;
  readonly path: string;
  readonly onChange: (next: ActivityFilter) => void;
}) => {
  const { filter, onChange } = props;
  const { t } = useMessages();
  const { faults } = useRuleEditing();
  const { types } = useHistoryNames();
  return (
    <div className="activity-filter">
      <SuggestionsField
        label={props.label}
        values={filter.type ?? []}
        suggestions={types}
        placeholder={filter.type === undefined ? t('rules.when.typesAny') : t('rules.when.more')}
        onChange={(chosen) => onChange(withOptional(filter, 'type', chosen.length === 0 ? undefined : chosen))}
        fault={faultAt(faults, `${props.path}.type`, true) ?? faultAt(faults, props.path)}
      />
      <ConditionEditor
        kind={OF_ACTIVITIES}
        condition={filter.if}
        path={`${props.path}.if`}
        onChange={(next) => onChange(withOptional(filter, 'if', next))}
      />
    </div>
  );
};
