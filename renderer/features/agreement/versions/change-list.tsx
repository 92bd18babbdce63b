import { useState } from 'react';
import type { AgreementDocument } from '../../../../api/core-types.ts';
import { type AgreementDifference, agreementDifferences } from '../../../../core/agreement/agreement-differences.ts';
import { differenceText } from '../../../agreement-words/difference-text.ts';
import { useMessages } from '../../../i18n/messages.tsx';

const SHOWN_AT_FIRST = 6;

/** What a version changes against the one before, in words. */
export const ChangeList = (props: { readonly before: AgreementDocument; readonly after: AgreementDocument }) => {
  const messages = useMessages();
  const { t } = messages;
  const [isWhole, setWhole] = useState(false);
  const changes = agreementDifferences(props.before, props.after);
  if (changes.length === 0) return <p className="hint">{t('agreement.versions.same')}</p>;
  const shown = isWhole ? changes : changes.slice(0, SHOWN_AT_FIRST);
  const more = changes.length - SHOWN_AT_FIRST;
  return (
    <>
      <ul className="change-list">
        {shown.map((change) => (
          <li key={JSON.stringify(change)}>
            <span className="hint" aria-hidden="true">
              {signOf(change)}
            </span>
            <span>{differenceText(messages, change)}</span>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <button type="button" className="link-button" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('agreement.versions.fewer') : t('agreement.versions.more', { count: more })}
        </button>
      )}
    </>
  );
};

function signOf(change: AgreementDifference): string {
  if (change.kind === 'ruleAdded' || change.kind === 'levelAdded') return '+';
  if (change.kind === 'ruleRemoved' || change.kind === 'levelRemoved') return '−';
  if (change.kind === 'promise' && change.before === null) return '+';
  if (change.kind === 'promise' && change.after === null) return '−';
  return '±';
}
