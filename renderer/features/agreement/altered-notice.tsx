import type { ReactNode } from 'react';
import type { AgreementState } from '../../../api/agreement.ts';
import type { Alteration } from '../../../api/core-types.ts';
import { Icon } from '../../components/icon.tsx';
import { type Messages, useMessages } from '../../i18n/messages.tsx';

/** What another program changed, version by version; nothing where all is as it was kept. */
export const AlteredNotice = (props: {
  readonly state: AgreementState;
  /** Of the kept rule set that was changed. */
  readonly ruleSetName: string;
  /** Where it is told in full; absent: here. */
  readonly children?: ReactNode;
}) => {
  const messages = useMessages();
  const { t } = messages;
  const { alterations, alteredRuleSetVersion } = props.state;
  if (alterations.length === 0 && alteredRuleSetVersion === null) return null;
  return (
    <section className="altered-notice" role="alert">
      <Icon name="warning" />
      <div>
        <h2>{t('agreement.altered')}</h2>
        <ul>
          {alterations.map((one) => (
            <li key={`${one.number} ${one.part} ${one.person}`}>{alterationText(messages, one)}</li>
          ))}
          {alteredRuleSetVersion !== null && <li>{t('agreement.altered.ruleSet', { name: props.ruleSetName })}</li>}
        </ul>
        {props.children ?? <p className="secondary">{t('agreement.altered.next')}</p>}
      </div>
    </section>
  );
};

export const alterationText = ({ t }: Messages, { number, part, person }: Alteration): string =>
  t(`agreement.altered.${part}`, { number, person: person ?? '–' });
