import type { KeyboardEvent, ReactNode } from 'react';
import { useMessages } from '../../../../i18n/messages.tsx';

/** A lever that is no number: changed dot | name | control | what it was, which is the way back. */
export const ViewRow = (props: {
  readonly name: string;
  readonly isChanged: boolean;
  readonly was: string;
  readonly onBack: () => void;
  readonly children: ReactNode;
}) => {
  const { t } = useMessages();
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'Backspace' || !props.isChanged || isTypedIn(event.target)) return;
    event.preventDefault();
    props.onBack();
  };
  return (
    <div className="view-row" role="group" aria-label={props.name} onKeyDown={press}>
      <i className={props.isChanged ? 'lever-dot' : ''} />
      <span className="lever-name">{props.name}</span>
      <div className="view-control">{props.children}</div>
      {props.isChanged ? (
        <button
          type="button"
          className="lever-was"
          onClick={props.onBack}
          aria-label={t('what-if.backTo', { value: props.was, lever: props.name })}
          title={t('view.backHelp', { value: props.was })}
        >
          {props.was}
        </button>
      ) : (
        <i />
      )}
    </div>
  );
};

const isTypedIn = (target: EventTarget): boolean => target instanceof HTMLInputElement && target.type === 'text';
