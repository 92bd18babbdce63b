import { useState } from 'react';
import type { PanelSeat, PanelSummary } from '../../../../api/panel.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { Ballot } from './ballot.tsx';
import { Curtain } from './curtain.tsx';
import { useJudging } from './use-judging.ts';
import './judge.css';

/** One seat judges alone: behind a curtain before, so that it sits down by itself, and behind one after, so that nobody reads on. */
export const Judging = (props: {
  readonly panel: PanelSummary;
  readonly seat: PanelSeat;
  readonly onLeave: () => void;
}) => {
  const { panel, seat, onLeave } = props;
  const { t } = useMessages();
  const [stage, setStage] = useState<'before' | 'cards' | 'after'>('before');
  const judging = useJudging(panel.id, seat.seatId);
  const team = t(`seats.team.${seat.team}`);
  const isOtherWaiting = panel.seats.some((one) => one.team !== seat.team && !one.isDone);
  if (stage === 'before') {
    return (
      <Curtain
        whose={seat.team}
        title={t('panel.curtain.turn', { person: seat.person, team })}
        words={t('panel.curtain.lookAway', { cards: panel.cards })}
        action={t('panel.curtain.begin')}
        onAction={() => setStage('cards')}
        onLeave={onLeave}
      />
    );
  }
  if (stage === 'after') {
    return (
      <Curtain
        whose={seat.team}
        title={t('panel.curtain.thanks', { person: seat.person })}
        words={t(isOtherWaiting ? 'panel.curtain.handOver' : 'panel.curtain.open')}
        action={t(isOtherWaiting ? 'panel.curtain.back' : 'panel.curtain.see')}
        onAction={onLeave}
        onLeave={null}
      />
    );
  }
  return (
    <div className="panel-judging" data-whose={seat.team}>
      {judging.failure !== null && <FailureNotice failure={judging.failure} />}
      {judging.cards !== null && judging.cards.length > 0 && (
        <Ballot
          judging={judging}
          cards={judging.cards}
          who={t('panel.curtain.who', { person: seat.person, team })}
          onPause={onLeave}
          onDone={() => {
            void judging.finish().then((isDone) => isDone && setStage('after'));
          }}
        />
      )}
    </div>
  );
};
