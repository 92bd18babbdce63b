import { attributesOfRule } from '../../../../core/rule-set/rule-set-warnings.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { useScenario, useStores, useWorkshop } from '../../../stores/use-stores.tsx';

interface KeepOutProps {
  readonly attribute: string;
  /** What to do while rules may read it. */
  readonly todo: string;
}

/** Which rules read the attribute, and the one click that says no rule should, or that rules may again. */
export const KeepOut = ({ attribute, todo }: KeepOutProps) => {
  const { t } = useMessages();
  const { workshop } = useStores();
  const isKeptOut = useWorkshop((state) => state.workshop?.open?.keptOut.includes(attribute) === true);
  const isReadOnly = useWorkshop((state) => state.workshop?.open?.readOnly === true);
  const ruleSet = useScenario((state) => state.ruleSet);
  const readers = ruleSet?.rules.filter((rule) => attributesOfRule(rule).includes(attribute)) ?? [];
  return (
    <>
      {readers.length > 0 && (
        <p>{t('quality.usedBy', { rules: readers.length, names: readers.map(({ name }) => name).join(', ') })}</p>
      )}
      <p className={isKeptOut ? 'strong' : undefined}>{isKeptOut ? t('quality.isKeptOut') : todo}</p>
      <button
        type="button"
        className="button small"
        disabled={isReadOnly}
        aria-label={t(isKeptOut ? 'quality.allowAgain' : 'quality.keepOutOf', { attribute })}
        onClick={() => void workshop.getState().keepOut(attribute, !isKeptOut)}
      >
        {t(isKeptOut ? 'quality.allow' : 'quality.keepOut')}
      </button>
    </>
  );
};
