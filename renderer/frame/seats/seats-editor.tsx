import { useState } from 'react';
import type { Team } from '../../../api/core-types.ts';
import type { SeatAtTable } from '../../../api/seats.ts';
import { TEAMS } from '../../../core/seat.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Icon } from '../../components/icon.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { useSeats } from '../../stores/use-stores.tsx';

/** Names are added, put right while nothing was said under them, and taken away; here too who speaks is chosen. */
export const SeatsEditor = () => {
  const { t } = useMessages();
  const seats = useSeats((state) => state.seats);
  const speaking = useSeats((state) => state.speaking);
  const speak = useSeats((state) => state.speak);
  const failure = useSeats((state) => state.failure);
  const dismiss = useSeats((state) => state.dismissFailure);
  return (
    <div className="seats-editor">
      <h2 className="strong">{t('seats.title')}</h2>
      {failure !== null && (
        <FailureNotice failure={{ kind: failure.kind, detail: failure.detail }} onDismiss={dismiss} />
      )}
      {TEAMS.map((team) => (
        <section key={team} data-whose={team} aria-label={t(`seats.team.${team}`)}>
          <h3 className="hue strong">{t(`seats.team.${team}`)}</h3>
          <ul>
            {seats
              .filter((seat) => seat.team === team)
              .map((seat) => (
                <SeatRow key={`${seat.id} ${seat.person}`} seat={seat} isSpeaking={seat.id === speaking} />
              ))}
          </ul>
          <NewName team={team} />
        </section>
      ))}
      <button type="button" className="seat-choice" aria-pressed={speaking === null} onClick={() => void speak(null)}>
        <span className="seat-radio" />
        <span>{t('seats.nobodySpeaks')}</span>
      </button>
      <p className="hint">{t('seats.help')}</p>
    </div>
  );
};

const SeatRow = ({ seat, isSpeaking }: { readonly seat: SeatAtTable; readonly isSpeaking: boolean }) => {
  const { t } = useMessages();
  const speak = useSeats((state) => state.speak);
  const rename = useSeats((state) => state.rename);
  const remove = useSeats((state) => state.remove);
  const [typed, setTyped] = useState(seat.person);
  const leave = async () => {
    if (typed.trim() === '' || typed.trim() === seat.person) setTyped(seat.person);
    else if (!(await rename(seat.id, typed.trim()))) setTyped(seat.person);
  };
  return (
    <li>
      <button
        type="button"
        className="seat-choice"
        aria-pressed={isSpeaking}
        aria-label={t('seats.letSpeak', { person: seat.person })}
        title={t('seats.letSpeak', { person: seat.person })}
        onClick={() => void speak(seat.id)}
      >
        <span className="seat-radio" />
      </button>
      {seat.isUsed ? (
        <>
          <span className="seat-name ellipsis" title={seat.person}>
            {seat.person}
          </span>
          <span className="hint" title={t('seats.usedHelp')}>
            {t('seats.used')}
          </span>
        </>
      ) : (
        <>
          <input
            className="field-input"
            autoComplete="off"
            maxLength={200}
            aria-label={t('seats.name', { person: seat.person })}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onBlur={() => void leave()}
            onKeyDown={({ key }) => {
              if (key === 'Enter') void leave();
            }}
          />
          <button
            type="button"
            className="tool small"
            aria-label={t('seats.remove', { person: seat.person })}
            title={t('seats.remove', { person: seat.person })}
            onClick={() => void remove(seat.id)}
          >
            <Icon name="cross" size={12} />
          </button>
        </>
      )}
    </li>
  );
};

const NewName = ({ team }: { readonly team: Team }) => {
  const { t } = useMessages();
  const add = useSeats((state) => state.add);
  const [typed, setTyped] = useState('');
  const submit = async () => {
    if (typed.trim() !== '' && (await add(team, typed.trim()))) setTyped('');
  };
  return (
    <form
      className="seat-new"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <input
        className="field-input"
        autoComplete="off"
        maxLength={200}
        aria-label={t(`seats.newName.${team}`)}
        placeholder={t('seats.newNamePlaceholder')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit" className="button small" disabled={typed.trim() === ''}>
        {t('seats.add')}
      </button>
    </form>
  );
};
