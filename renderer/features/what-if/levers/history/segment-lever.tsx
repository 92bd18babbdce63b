import { useState } from 'react';
import type { Condition } from '../../../../../api/core-types.ts';
import { valuesOf } from '../../../../../core/rule-set/edit-operator.ts';
import { ChoiceField } from '../../../../components/fields/choice-field.tsx';
import { useMessages } from '../../../../i18n/messages.tsx';
import { useHistory, useScenario } from '../../../../stores/use-stores.tsx';
import { conditionWords } from '../../../rules/words/condition-words.tsx';
import { SegmentValues } from './segment-values.tsx';
import { ViewRow } from './view-row.tsx';

/** Which leads are looked at: those that have one of some values of an attribute. */
export const SegmentLever = () => {
  const messages = useMessages();
  const { t } = messages;
  const segment = useScenario((state) => state.view.segment);
  const setView = useScenario((state) => state.setView);
  const attributes = useHistory((state) => state.summary?.attributes);
  const [begun, setBegun] = useState<string | null>(null);
  const test = asTest(segment);
  const attribute = test?.attribute ?? (segment === null ? begun : null);
  const setValues = (name: string, values: readonly string[]) => {
    const [first, ...others] = values;
    const value = others.length === 0 ? first : values;
    const next = value === undefined ? null : ({ attribute: name, op: 'is', value } as const);
    const words = { attribute: name, values: values.join(', ') };
    setBegun(name);
    setView({ segment: next }, next === null ? t('view.step.segmentAll') : t('view.step.segment', words), 'segment');
  };
  const back = () => {
    setBegun(null);
    setView({ segment: null }, t('view.step.segmentAll'));
  };
  return (
    <ViewRow name={t('view.segment')} isChanged={segment !== null} was={t('view.all')} onBack={back}>
      <ChoiceField
        label={t('view.segmentBy')}
        value={attribute ?? (segment === null ? '' : 'other')}
        choices={[
          { value: '', label: t('view.segmentNone') },
          ...(attributes ?? []).map(({ name }) => ({ value: name, label: name })),
          ...(segment !== null && test === null ? [{ value: 'other', label: t('view.segmentOther') }] : []),
        ]}
        onChange={(name) => {
          if (segment !== null) setView({ segment: null }, t('view.step.segmentAll'));
          setBegun(name === '' ? null : name);
        }}
      />
      {attribute !== null && (
        <SegmentValues
          attribute={attribute}
          chosen={test?.values ?? []}
          onChange={(values) => setValues(attribute, values)}
        />
      )}
      {segment !== null && test === null && <p className="secondary">{conditionWords(messages, segment)}</p>}
    </ViewRow>
  );
};

interface IsOneOf {
  readonly attribute: string;
  readonly values: readonly string[];
}

/** Null: no segment, or one that this lever does not make. */
const asTest = (segment: Condition<'attribute'> | null): IsOneOf | null => {
  if (segment === null || !('attribute' in segment) || segment.op !== 'is') return null;
  return { attribute: segment.attribute, values: valuesOf(segment).map(String) };
};
