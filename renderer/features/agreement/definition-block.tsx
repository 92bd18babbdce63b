import { type KeyboardEvent, useState } from 'react';
import type { AgreementDocument } from '../../../api/core-types.ts';
import { definitionText } from '../../agreement-words/definition-text.ts';
import { Icon } from '../../components/icon.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { MarkedText } from './marked-text.tsx';

/** The loudest thing on the screen: what both call a qualified lead. In a draft its words can be changed. */
export const DefinitionBlock = (props: {
  readonly document: AgreementDocument;
  readonly onChange?: ((next: AgreementDocument, label: string) => void) | undefined;
}) => {
  const messages = useMessages();
  const { t } = messages;
  const { document, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const write = (definition: string) => {
    setTyped(null);
    if (definition !== document.definition) onChange?.({ ...document, definition }, t('agreement.step.definition'));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setTyped(null);
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) write(typed ?? document.definition);
  };
  const fromRules = definitionText(messages, document.ruleSet, document.level);
  return (
    <section className="definition" aria-label={t('agreement.what')}>
      <div className="definition-head">
        <h2 className="strong">{t('agreement.what')}</h2>
        {onChange !== undefined && typed === null && (
          <button type="button" className="tool small" onClick={() => setTyped(document.definition)}>
            <Icon name="pen" size={12} />
            {t('agreement.definition.edit')}
          </button>
        )}
        {onChange !== undefined && typed === null && fromRules !== document.definition && (
          <button type="button" className="tool small" onClick={() => write(fromRules)}>
            {t('agreement.definition.renew')}
          </button>
        )}
      </div>
      {typed === null ? (
        <p className="definition-words">
          {document.definition === '' ? (
            <span className="hint">{t('agreement.definition.empty')}</span>
          ) : (
            <MarkedText text={document.definition} />
          )}
        </p>
      ) : (
        <div className="definition-edit">
          <textarea
            ref={takeFocus}
            className="field-input field-long"
            rows={5}
            aria-label={t('agreement.definition.field')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={press}
          />
          <p className="definition-actions">
            <button type="button" className="button" onClick={() => write(typed)}>
              {t('agreement.definition.keep')}
            </button>
            <button type="button" className="tool" onClick={() => setTyped(null)}>
              {t('agreement.definition.leave')}
            </button>
            <span className="hint">{t('agreement.definition.hint')}</span>
          </p>
        </div>
      )}
    </section>
  );
};

/** It stands where the button was that was just pressed. */
const takeFocus = (field: HTMLTextAreaElement | null): void => field?.focus();
