import { useState } from 'react';
import type { Failure } from '../../../api/reply.ts';
import { withWords } from '../../agreement-words/with-words.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { ChoiceField } from '../../components/fields/choice-field.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { hashOf } from '../../stores/route-store.ts';
import { levelOf, optionsOf } from '../../stores/scenario-store.ts';
import { useScenario, useStores, useWorkshop } from '../../stores/use-stores.tsx';
import type { Agreement } from './use-agreement.ts';

/** Nothing is agreed yet: a draft fills itself from the scenario on the table and the history. */
export const BeginAgreement = ({ agreement }: { readonly agreement: Agreement }) => {
  const { t } = useMessages();
  const hasHistory = useWorkshop((workshop) => (workshop.workshop?.open?.leads ?? 0) > 0);
  if (hasHistory)
    return (
      <EmptyState title={t('agreement.none')} next={t('agreement.noneNext')}>
        <FillDraft agreement={agreement} />
      </EmptyState>
    );
  return (
    <EmptyState title={t('agreement.noHistory')} next={t('agreement.noHistoryNext')}>
      <a className="button primary" href={hashOf('history')}>
        {t('agreement.toHistory')}
      </a>
    </EmptyState>
  );
};

const FillDraft = ({ agreement }: { readonly agreement: Agreement }) => {
  const messages = useMessages();
  const { t } = messages;
  const { client } = useStores();
  const ruleSet = useScenario((scenario) => scenario.ruleSet);
  const first = useScenario(levelOf);
  const options = useScenario(optionsOf);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isWorking, setWorking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const level = chosen ?? first;
  if (ruleSet === null || level === null) return null;
  const fill = async () => {
    setWorking(true);
    const side = { kind: 'ruleSet', ruleSet } as const;
    const reply = await client('agreement.prefill', { level, options, side, key: 'agreement' });
    setWorking(false);
    setFailure(reply.ok ? null : reply.error);
    if (!reply.ok) return;
    const document = withWords(messages, reply.value.document);
    await agreement.take('agreement.edit', { document, label: t('agreement.step.fill', { scenario: ruleSet.name }) });
  };
  return (
    <div className="fill-draft">
      <span className="secondary">{t('agreement.fillLevel')}</span>
      <ChoiceField
        label={t('agreement.fillLevel')}
        value={level}
        choices={ruleSet.levels.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setChosen}
      />
      <button type="button" className="button primary" disabled={isWorking} onClick={() => void fill()}>
        {isWorking ? t('agreement.promises.late') : t('agreement.fill', { scenario: ruleSet.name })}
      </button>
      {failure !== null && <FailureNotice failure={failure} />}
    </div>
  );
};
