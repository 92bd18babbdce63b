import type { AgreementState } from '../../../api/agreement.ts';
import { ruleSetDifferences } from '../../../core/agreement/rule-set-differences.ts';
import { definitionText } from '../../agreement-words/definition-text.ts';
import { Icon } from '../../components/icon.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { useScenario, useWorkshop } from '../../stores/use-stores.tsx';
import type { Shown } from './shown.ts';
import type { Agreement } from './use-agreement.ts';

/** Says plainly that the scenario on the table is not what was signed, or not what the draft says. */
export const ScenarioDiffers = (props: {
  readonly agreement: Agreement;
  readonly state: AgreementState;
  readonly shown: Shown;
}) => {
  const messages = useMessages();
  const { t } = messages;
  const { agreement, state, shown } = props;
  const scenario = useScenario((one) => one.ruleSet);
  const isReadOnly = useWorkshop((workshop) => workshop.workshop?.open?.readOnly ?? false);
  const isOfUse = shown.kind === 'draft' || shown.number === state.inForce;
  if (scenario === null || !isOfUse) return null;
  const { document } = shown;
  const changes = ruleSetDifferences(document.ruleSet, scenario);
  if (changes.length === 0) return null;
  const hasLevel = scenario.levels.some(({ id }) => id === document.level);
  const takeRules = () => {
    const words = definitionText(messages, document.ruleSet, document.level);
    const isFromRules = document.definition === words;
    const definition = isFromRules ? definitionText(messages, scenario, document.level) : document.definition;
    const levels = new Set(scenario.levels.map(({ id }) => id));
    const followUp = document.sales.followUp.filter(({ level }) => levels.has(level));
    agreement.change(
      { ...document, ruleSet: scenario, definition, sales: { ...document.sales, followUp } },
      t('agreement.step.rules', { scenario: scenario.name }),
    );
  };
  const isDraft = shown.kind === 'draft';
  const what = t(isDraft ? 'agreement.differs.draft' : 'agreement.differs.signed');
  return (
    <p className="scenario-differs">
      <Icon name="pen" size={12} />
      <span>{t('agreement.differs', { what, count: changes.length })}</span>
      {!isReadOnly && hasLevel && (isDraft || agreement.draft === null) && (
        <button type="button" className="link-button" onClick={takeRules}>
          {t(isDraft ? 'agreement.differs.takeDraft' : 'agreement.differs.take')}
        </button>
      )}
    </p>
  );
};
