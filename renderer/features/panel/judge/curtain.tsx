import { useEffect, useRef } from 'react';
import type { Team } from '../../../../core/seat.ts';
import { useMessages } from '../../../i18n/messages.tsx';

/** Nothing of the panel is seen behind it: who comes next sits down first. */
export const Curtain = (props: {
  readonly whose: Team;
  readonly title: string;
  readonly words: string;
  readonly action: string;
  readonly onAction: () => void;
  readonly onLeave: (() => void) | null;
}) => {
  const { t } = useMessages();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <section className="panel-curtain" data-whose={props.whose} aria-label={props.title}>
      <h1 className="hue">{props.title}</h1>
      <p>{props.words}</p>
      <div className="panel-actions">
        <button ref={button} type="button" className="button primary" onClick={props.onAction}>
          {props.action}
        </button>
        {props.onLeave !== null && (
          <button type="button" className="button" onClick={props.onLeave}>
            {t('panel.curtain.notNow')}
          </button>
        )}
      </div>
    </section>
  );
};
