import type { StageMapping } from '../../../../api/import.ts';
import { withOptional } from '../../../../core/rule-set/optional-key.ts';
import { STAGE_NAMES } from '../../../../core/rule-set/rule-set.ts';
import { ChoiceField } from '../../../components/fields/choice-field.tsx';
import { SuggestionsField } from '../../../components/fields/suggestion-field.tsx';
import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { faultPlace } from '../fault-place.ts';
import { withoutStage, withStage } from './mapping-model.ts';
import type { MappingPartProps } from './mapping-part.ts';

/** Which stages of a lead a row tells of: a condition on a column, a date, an amount, a reason. */
export const StageMappings = ({ source, mapping, onChange }: MappingPartProps) => {
  const { t } = useMessages();
  return (
    <section className="mapping-section" aria-label={t('history.map.stages')} {...faultPlace('stages')}>
      <h2>{t('history.map.stages')}</h2>
      <p className="secondary">{t(mapping.rows === 'leads' ? 'history.map.stagesLeads' : 'history.map.stagesRows')}</p>
      {mapping.stages.map((stage, index) => {
        const number = index + 1;
        // A line has no name of its own; its place is what identifies it.
        const place = `stage ${number}`;
        return (
          <StageLine
            key={place}
            source={source}
            stage={stage}
            number={number}
            onChange={(next) => onChange(withStage(mapping, index, next))}
            onRemove={() => onChange(withoutStage(mapping, index))}
          />
        );
      })}
      <div>
        <button
          type="button"
          className="adder"
          onClick={() => onChange({ ...mapping, stages: [...mapping.stages, { stage: 'sql' }] })}
        >
          <Icon name="plus" size={12} />
          {t('history.map.addStage')}
        </button>
      </div>
    </section>
  );
};

const StageLine = (props: {
  readonly source: MappingPartProps['source'];
  readonly stage: StageMapping;
  readonly number: number;
  readonly onChange: (next: StageMapping) => void;
  readonly onRemove: () => void;
}) => {
  const { source, stage, number, onChange } = props;
  const { t } = useMessages();
  const names = source.columns.map((column) => column.name).filter((name) => name !== '');
  const samples = source.columns.find((column) => column.name === stage.column)?.samples ?? [];
  const columnField = (key: 'column' | 'at' | 'amount' | 'reason', label: string, none: string) => (
    <ChoiceField
      label={label}
      value={stage[key] ?? ''}
      choices={[{ value: '', label: none }, ...names.map((name) => ({ value: name, label: name }))]}
      onChange={(column) => onChange(withOptional(stage, key, column === '' ? undefined : column))}
    />
  );
  return (
    <div className="stage-line">
      <ChoiceField
        label={t('history.map.stageOf', { number })}
        value={stage.stage}
        choices={STAGE_NAMES.map((name) => ({ value: name, label: t(`rules.stage.${name}`) }))}
        onChange={(name) => onChange({ ...stage, stage: name })}
      />
      <span className="secondary">{t('history.map.stageColumn')}</span>
      {columnField('column', t('history.map.stageColumnOf', { number }), t('history.map.everyRow'))}
      <span className="secondary">{t('history.map.stageValues')}</span>
      <SuggestionsField
        label={t('history.map.stageValuesOf', { number })}
        values={stage.when ?? []}
        suggestions={samples}
        {...(stage.when === undefined ? { placeholder: t('history.map.anyValue') } : {})}
        onChange={(when) => onChange(withOptional(stage, 'when', when.length === 0 ? undefined : when))}
      />
      <button
        type="button"
        className="tool small"
        aria-label={t('history.map.removeStage', { number })}
        onClick={props.onRemove}
      >
        <Icon name="cross" size={12} />
      </button>
      <span className="stage-more">
        <span className="secondary">{t('history.map.stageAt')}</span>
        {columnField('at', t('history.map.stageAtOf', { number }), t('history.map.asCreated'))}
        <span className="secondary">{t('history.map.stageAmount')}</span>
        {columnField('amount', t('history.map.stageAmountOf', { number }), t('history.map.none'))}
        <span className="secondary">{t('history.map.stageReason')}</span>
        {columnField('reason', t('history.map.stageReasonOf', { number }), t('history.map.none'))}
      </span>
    </div>
  );
};
