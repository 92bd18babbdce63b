import { useRef, useState } from 'react';
import type { PanelSeat, PanelSummary } from '../../../api/panel.ts';
import type { Failure } from '../../../api/reply.ts';
import { TEAMS, type Team } from '../../../core/seat.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Icon } from '../../components/icon.tsx';
import { scrollRegion } from '../../components/scroll-region.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { useSeats, useStores, useWorkshop } from '../../stores/use-stores.tsx';

/** Who judges, how far they are, and the ways to judge: here in turn, or on a ballot. */
export const SeatsColumn = (props: {
  readonly panel: PanelSummary;
  readonly onJudge: (seatId: number) => void;
  readonly onChanged: () => Promise<void>;
}) => {
  const { panel, onJudge, onChanged } = props;
  const { t } = useMessages();
  const { client, bridge } = useStores();
  const [failure, setFailure] = useState<Failure | null>(null);
  const giveBallot = async (seatId: number) => {
    const reply = await client('panel.ballot', { panelId: panel.id, seatId });
    if (!reply.ok) return setFailure(reply.error);
    setFailure(null);
    await bridge.saveText(reply.value.fileName, 'text/html', reply.value.html);
    return onChanged();
  };
  const leftOut = (because: 'names' | 'leaks' | 'keptOut'): string =>
    panel.leftOut
      .filter((one) => one.because === because)
      .map(({ attribute }) => attribute)
      .join(', ');
  return (
    <aside className="panel-seats scroll" {...scrollRegion(t('panel.seats.title'))}>
      <h2>{t(titleOf(panel), { cards: panel.cards })}</h2>
      {failure !== null && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
      {TEAMS.map((team) => (
        <section key={team} data-whose={team} aria-label={t(`seats.team.${team}`)}>
          <h3 className="hue strong">{t(`seats.team.${team}`)}</h3>
          <TeamSeats team={team} panel={panel} onJudge={onJudge} onBallot={(seatId) => void giveBallot(seatId)} />
        </section>
      ))}
      {!panel.isRoundDone && <TakeBallot onFailure={setFailure} onTaken={onChanged} />}
      <details>
        <summary>{t('panel.cardSays')}</summary>
        <p className="secondary">{t('panel.cardSaysMore')}</p>
        {(['names', 'leaks', 'keptOut'] as const)
          .filter((because) => leftOut(because) !== '')
          .map((because) => (
            <p key={because} className="secondary">
              {t(`panel.leftOut.${because}`, { attributes: leftOut(because) })}
            </p>
          ))}
      </details>
    </aside>
  );
};

const titleOf = ({ round, isRoundDone }: PanelSummary) => {
  if (isRoundDone) return 'panel.seats.over';
  return round === 1 ? 'panel.seats.first' : 'panel.seats.second';
};

const TeamSeats = (props: {
  readonly team: Team;
  readonly panel: PanelSummary;
  readonly onJudge: (seatId: number) => void;
  readonly onBallot: (seatId: number) => void;
}) => {
  const { team, panel } = props;
  const { t } = useMessages();
  const isReadOnly = useWorkshop((state) => state.workshop?.open?.readOnly ?? false);
  const seats = panel.seats.filter((seat) => seat.team === team);
  if (seats.length === 0) return <FirstName team={team} />;
  const stateOf = (seat: PanelSeat): string => {
    if (seat.isDone) return t('panel.seats.done');
    if (panel.isRoundDone) return t('panel.seats.notAsked');
    if (seat.hasBallotOut) return t('panel.seats.ballotOut');
    return t('panel.seats.judged', { judged: seat.judged, cards: panel.cards });
  };
  return (
    <ul>
      {seats.map((seat) => (
        <li key={seat.seatId}>
          <div>
            <span className="ellipsis" title={seat.person}>
              {seat.isDone && <Icon name="tick" size={12} />} {seat.person}
            </span>
            <span className="hint">{stateOf(seat)}</span>
          </div>
          {!seat.isDone && !panel.isRoundDone && !isReadOnly && (
            <div className="panel-actions">
              <button
                type="button"
                className="button primary small"
                aria-label={t('panel.seats.judgeAs', { person: seat.person })}
                onClick={() => props.onJudge(seat.seatId)}
              >
                {t(seat.judged === 0 ? 'panel.seats.judge' : 'panel.seats.goOn')}
              </button>
              <button
                type="button"
                className="button small"
                title={t('panel.seats.ballotHelp')}
                aria-label={t('panel.seats.ballotFor', { person: seat.person })}
                onClick={() => props.onBallot(seat.seatId)}
              >
                {t('panel.seats.ballot')}
              </button>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
};

/** A team without a name cannot judge. */
const FirstName = ({ team }: { readonly team: Team }) => {
  const { t } = useMessages();
  const add = useSeats((state) => state.add);
  const [typed, setTyped] = useState('');
  return (
    <form
      className="panel-name"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') void add(team, typed.trim());
      }}
    >
      <input
        className="field-input"
        autoComplete="off"
        maxLength={200}
        aria-label={t(`panel.seats.name.${team}`)}
        placeholder={t('panel.seats.namePlaceholder')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit" className="button small" disabled={typed.trim() === ''}>
        {t('seats.add')}
      </button>
    </form>
  );
};

const TakeBallot = (props: {
  readonly onFailure: (failure: Failure | null) => void;
  readonly onTaken: () => Promise<void>;
}) => {
  const { t } = useMessages();
  const { client } = useStores();
  const field = useRef<HTMLInputElement>(null);
  const take = async (file: File) => {
    const reply = await client('panel.importBallot', { text: await file.text() });
    props.onFailure(reply.ok ? null : { kind: reply.error.kind, detail: reply.error.detail });
    if (reply.ok) await props.onTaken();
  };
  return (
    <div className="panel-take">
      <button type="button" className="button small" onClick={() => field.current?.click()}>
        {t('panel.seats.takeBallot')}
      </button>
      <input
        ref={field}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('panel.seats.takeBallot')}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (file !== undefined) void take(file);
        }}
      />
    </div>
  );
};
