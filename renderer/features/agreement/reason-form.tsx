import { Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../i18n/messages.tsx';

/** A step that needs a reason in a sentence: the button asks for it first. */
export const ReasonForm = (props: {
  /** On the button; what it does then stands on the second one. */
  readonly button: ReactNode;
  readonly label: string;
  readonly doing: string;
  readonly className?: string;
  readonly onDo: (reason: string) => Promise<boolean>;
}) => {
  const { t } = useMessages();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const carryOut = async () => {
    if (reason.trim() === '' || !(await props.onDo(reason.trim()))) return;
    setOpen(false);
    setReason('');
  };
  return (
    <Popover position="top-end" offset={4} opened={isOpen} onChange={setOpen} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={props.className ?? 'tool small'} onClick={() => setOpen(!isOpen)}>
          {props.button}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={props.label}>
        <div className="reason-form">
          <textarea
            className="field-input field-long"
            rows={3}
            data-autofocus
            aria-label={t('agreement.reason')}
            placeholder={t('agreement.reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void carryOut();
            }}
          />
          <span className="hint">{t('agreement.reason.kept')}</span>
          <span className="reason-actions">
            <button type="button" className="button" disabled={reason.trim() === ''} onClick={() => void carryOut()}>
              {props.doing}
            </button>
            <button type="button" className="tool" onClick={() => setOpen(false)}>
              {t('agreement.cancel')}
            </button>
          </span>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};
