import type { AgreementDocument } from '../../core/agreement/agreement-document.ts';
import type { Messages } from '../i18n/messages.tsx';
import { definitionText } from './definition-text.ts';

/** A draft with words wherever it has none: the definition as its rules say it, and how teams usually go on. */
export const withWords = (messages: Messages, agreement: AgreementDocument): AgreementDocument => {
  const { t } = messages;
  const { definition, disputes, sales, ruleSet, level } = agreement;
  return {
    ...agreement,
    definition: definition === '' ? definitionText(messages, ruleSet, level) : definition,
    disputes: disputes === '' ? t('agreement-words.disputes') : disputes,
    sales: { ...sales, returned: sales.returned === '' ? t('agreement-words.returned') : sales.returned },
  };
};
