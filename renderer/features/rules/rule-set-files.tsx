import { useState } from 'react';
import type { RuleSetFault } from '../../../api/contract.ts';
import type { Failure } from '../../../api/reply.ts';
import { pointsTableCsv } from '../../../core/rule-set/points-table.ts';
import { readablePage } from '../../../core/rule-set/readable-page.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import { serialiseRuleSet } from '../../../core/rule-set/serialise-rule-set.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Icon } from '../../components/icon.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { useScenario, useStores } from '../../stores/use-stores.tsx';
import { ruleSetFileName } from './paper/file-name.ts';
import { ruleSetWords } from './paper/rule-set-words.ts';
import { useRuleEditing } from './rule-editing.tsx';
import { WHOLE } from './selection.ts';
import { select } from './use-selection.ts';

export type FileOutcome =
  | { readonly kind: 'refused'; readonly file: string; readonly faults: readonly RuleSetFault[] }
  | { readonly kind: 'loaded'; readonly file: string; readonly warnings: readonly string[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Loads a rule set as one undoable step, and keeps the stored one as a file: to load again, for a spreadsheet, to read. */
export const useRuleSetFiles = () => {
  const messages = useMessages();
  const { t } = messages;
  const { bridge, client } = useStores();
  const { apply } = useRuleEditing();
  const stored = useScenario((state) => state.ruleSet);
  const [outcome, setOutcome] = useState<FileOutcome | null>(null);
  const load = async () => {
    const [picked] = await bridge.pickFiles('rule-set');
    if (picked === undefined) return;
    const reply = await client('ruleSet.read', { token: picked.token });
    if (!reply.ok) setOutcome({ kind: 'failed', failure: reply.error });
    else if (!reply.value.valid) setOutcome({ kind: 'refused', file: picked.name, faults: reply.value.faults });
    else {
      setOutcome({ kind: 'loaded', file: picked.name, warnings: reply.value.warnings });
      apply(reply.value.ruleSet, t('rules.step.load', { name: reply.value.ruleSet.name }));
      select(WHOLE);
    }
  };
  const keep = async (extension: string, mediaType: string, textOfSet: (ruleSet: RuleSet) => string) => {
    if (stored === null) return;
    const name = ruleSetFileName(stored.name, t('rules.set'), extension);
    await bridge.saveText(name, mediaType, textOfSet(stored));
  };
  const save = () => keep('json', 'application/json', serialiseRuleSet);
  const words = ruleSetWords(messages, document.documentElement.lang);
  const savePoints = () => keep('csv', 'text/csv', (ruleSet) => pointsTableCsv(ruleSet, words));
  const savePage = () => keep('html', 'text/html', (ruleSet) => readablePage(ruleSet, words));
  return { outcome, load, save, savePoints, savePage, dismiss: () => setOutcome(null) };
};

export const FileNotice = ({
  outcome,
  onDismiss,
}: {
  readonly outcome: FileOutcome;
  readonly onDismiss: () => void;
}) => {
  const { t } = useMessages();
  if (outcome.kind === 'failed') return <FailureNotice failure={outcome.failure} onDismiss={onDismiss} />;
  const refused = outcome.kind === 'refused';
  return (
    <section className={`file-notice${refused ? ' refused' : ''}`} role={refused ? 'alert' : 'status'}>
      {refused ? <Icon name="warning" /> : <Icon name="tick" />}
      <div>
        <h2>{t(refused ? 'rules.load.refused' : 'rules.load.done', { file: outcome.file })}</h2>
        {refused ? (
          <>
            <p>{t('rules.load.unchanged', { faults: outcome.faults.length })}</p>
            <dl className="faults">
              {outcome.faults.map((fault) => (
                <div key={`${fault.path} ${fault.message}`}>
                  <dt>{fault.path === '' ? t('rules.load.whole') : fault.path}</dt>
                  <dd>{fault.message}</dd>
                </div>
              ))}
            </dl>
          </>
        ) : (
          outcome.warnings.length > 0 && (
            <>
              <p>{t('rules.load.warnings', { warnings: outcome.warnings.length })}</p>
              <ul>
                {outcome.warnings.map((warning) => (
                  <li key={warning}>{warning}</li>
                ))}
              </ul>
            </>
          )
        )}
      </div>
      <button type="button" className="tool small" aria-label={t('rules.dismiss')} onClick={onDismiss}>
        <Icon name="cross" />
      </button>
    </section>
  );
};
