import type { AskedBreakdownBy, BreakdownAnswer } from '../../../../api/compare-where.ts';
import { type Choice, ChoiceField } from '../../../components/fields/choice-field.tsx';
import { Segments } from '../../../components/fields/segments.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import type { RowOrder } from './where-choices.ts';

/** What the rows are, and in which order; `order` null: they have one of their own. */
export const BreakdownTools = (props: {
  readonly answer: BreakdownAnswer;
  readonly onAsk: (by: AskedBreakdownBy) => void;
  readonly order: RowOrder | null;
  readonly onOrder: (order: RowOrder) => void;
}) => {
  const { answer, onAsk, order, onOrder } = props;
  const { t } = useMessages();
  const choices: readonly (Choice<string> & { readonly by: AskedBreakdownBy })[] = [
    ...answer.attributes.map(({ name }) => choiceOf({ kind: 'attribute', name }, name)),
    choiceOf({ kind: 'month', of: 'reached' }, t('compare-where.by.reached')),
    choiceOf({ kind: 'month', of: 'created' }, t('compare-where.by.created')),
    choiceOf({ kind: 'segments' }, t('compare-where.by.segments')),
  ];
  return (
    <>
      <span className="where-by">
        <ChoiceField
          label={t('compare-where.by')}
          value={JSON.stringify(answer.by)}
          choices={choices}
          onChange={(value) => {
            const chosen = choices.find((choice) => choice.value === value);
            if (chosen !== undefined) onAsk(chosen.by);
          }}
        />
      </span>
      {order !== null && (
        <Segments
          label={t('compare-where.sort')}
          value={order}
          choices={[
            { value: 'leads', label: t('compare-where.sort.leads') },
            { value: 'difference', label: t('compare-where.sort.difference') },
          ]}
          onChange={onOrder}
        />
      )}
    </>
  );
};

const choiceOf = (by: AskedBreakdownBy, label: string) => ({ value: JSON.stringify(by), label, by });
