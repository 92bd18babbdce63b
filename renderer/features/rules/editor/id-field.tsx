import { useState } from 'react';
import { changeId, idRefusal, type ThingKind } from '../../../../core/rule-set/edit-ids.ts';
import { TextField } from '../../../components/fields/text-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useRuleEditing } from '../rule-editing.tsx';
import { select } from '../use-selection.ts';
import { FieldLine } from './editor-section.tsx';

/** What files and other systems call the thing. Taken over when the field is left: half an id would be another thing. */
export const IdField = ({ kind, id }: { readonly kind: ThingKind; readonly id: string }) => {
  const { t } = useMessages();
  const { ruleSet, apply } = useRuleEditing();
  const [typed, setTyped] = useState<string | null>(null);
  const wanted = typed ?? id;
  const refusal = idRefusal(ruleSet, kind, id, wanted);
  const settle = () => {
    if (refusal !== null) return;
    setTyped(null);
    if (wanted === id) return;
    apply(changeId(ruleSet, kind, id, wanted), t('rules.step.id', { id: wanted }));
    select({ kind, id: wanted });
  };
  return (
    <FieldLine words={t('rules.editor.id')}>
      <TextField
        label={t('rules.editor.id')}
        value={wanted}
        onChange={setTyped}
        onLeave={settle}
        onEscape={() => setTyped(null)}
        fault={refusal === null ? undefined : t(`rules.editor.id.${refusal}`)}
      />
    </FieldLine>
  );
};
