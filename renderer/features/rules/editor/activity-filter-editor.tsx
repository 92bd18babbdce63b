import { withOptional } from '../../../../core/rule-set/optional-key.ts';
import type { ActivityFilter } from '../../../../core/rule-set/rule-set.ts';
import { SuggestionsField } from '../../../components/fields/suggestion-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useHistory } from '../../../stores/use-stores.tsx';
import { faultAt, useRuleEditing } from '../rule-editing.tsx';
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
  const { t, format } = useMessages();
  const { faults } = useRuleEditing();
  const types = useHistory((state) => state.summary?.activityTypes) ?? [];
  return (
    <div className="activity-filter">
      <SuggestionsField
        label={props.label}
        values={filter.type ?? []}
        suggestions={types.map((type) => type.value)}
        countOf={(text) => {
          const rows = types.find((type) => type.value === text)?.rows;
          return rows === undefined ? undefined : format.count(rows);
        }}
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
