import { useState } from 'react';
import type { PanelResults, PanelSummary } from '../../../../api/panel.ts';
import type { Failure } from '../../../../api/reply.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useStores, useWorkshop } from '../../../stores/use-stores.tsx';

/** After they talked, both judge once more what they disagree on. */
export const SecondRound = (props: {
  readonly panel: PanelSummary;
  readonly results: PanelResults;
  readonly onChanged: () => Promise<void>;
}) => {
  const { panel, results, onChanged } = props;
  const { t } = useMessages();
  const { client } = useStores();
  const isReadOnly = useWorkshop((state) => state.workshop?.open?.readOnly ?? false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const disagreed = results.first.leads - results.first.agreed;
  if (disagreed === 0 || (panel.round === 2 && panel.isRoundDone)) return null;
  if (panel.round === 2) {
    return (
      <p className="panel-second secondary" role="status">
        {t('panel.second.running', { cards: panel.cards })}
      </p>
    );
  }
  const begin = async () => {
    const reply = await client('panel.secondRound', { panelId: panel.id });
    if (reply.ok) await onChanged();
    else setFailure(reply.error);
  };
  return (
    <section className="panel-second" aria-label={t('panel.second.title')}>
      {failure !== null && <FailureNotice failure={failure} />}
      <p className="secondary">{t('panel.second.next', { disagreed })}</p>
      <button type="button" className="button" disabled={isReadOnly} onClick={() => void begin()}>
        {t('panel.second.begin', { disagreed })}
      </button>
    </section>
  );
};
