import { Popover } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { Team } from '../../../api/core-types.ts';
import type { SeatAtTable } from '../../../api/seats.ts';
import { TEAMS } from '../../../core/seat.ts';
import { Icon } from '../../components/icon.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { useSeats } from '../../stores/use-stores.tsx';
import { nextSpeaker } from './next-speaker.ts';
import { SeatsEditor } from './seats-editor.tsx';
import { useSpeakKeys } from './use-speak-keys.ts';
import './seats.css';

/** The two seats at the foot of the rail: who sits there and who speaks. A team without names asks for them. */
export const SeatsFoot = () => {
  const { t } = useMessages();
  const [isOpen, setOpen] = useState(false);
  const seats = useSeats((state) => state.seats);
  const speaking = useSeats((state) => state.speaking);
  const speak = useSeats((state) => state.speak);
  const callUp = useCallback(
    async (team: Team) => {
      const next = nextSpeaker(seats, speaking, team);
      // There too it is said why nobody was called up.
      if (next === null || (next !== speaking && !(await speak(next)))) setOpen(true);
    },
    [seats, speaking, speak],
  );
  useSpeakKeys(callUp);
  const speaker = seats.find(({ id }) => id === speaking);
  return (
    <section className="seats-foot" aria-label={t('seats.title')}>
      <div className="seats-head">
        <span className="hint">{t('seats.foot')}</span>
        <Popover position="right-end" offset={8} opened={isOpen} onChange={setOpen} trapFocus returnFocus>
          <Popover.Target>
            <button
              type="button"
              className="tool small seats-edit"
              aria-label={t('seats.edit')}
              title={t('seats.edit')}
              onClick={() => setOpen(!isOpen)}
            >
              <Icon name="pen" size={12} />
            </button>
          </Popover.Target>
          <Popover.Dropdown aria-label={t('seats.title')}>
            <SeatsEditor />
          </Popover.Dropdown>
        </Popover>
      </div>
      {TEAMS.map((team) => (
        <TeamSeat
          key={team}
          team={team}
          people={seats.filter((seat) => seat.team === team)}
          speaking={speaking}
          onCall={() => void callUp(team)}
        />
      ))}
      <span className="only-heard" role="status">
        {speaker !== undefined && t('seats.letSpeak', { person: speaker.person })}
      </span>
    </section>
  );
};

const TeamSeat = (props: {
  readonly team: Team;
  readonly people: readonly SeatAtTable[];
  readonly speaking: number | null;
  readonly onCall: () => void;
}) => {
  const { t } = useMessages();
  const { team, people, speaking } = props;
  const isSpeaking = people.some(({ id }) => id === speaking);
  const help = t(people.length === 0 ? `seats.addFirst.${team}` : `seats.speakHelp.${team}`);
  return (
    <button
      type="button"
      className="team-seat"
      data-whose={team}
      aria-pressed={isSpeaking}
      title={`${people.map(({ person }) => person).join(', ')}${people.length === 0 ? '' : '. '}${help}`}
      onClick={props.onCall}
    >
      <span className="seat-dot" aria-hidden="true" />
      <span className="strong">{t(`seats.team.${team}`)}</span>
      {isSpeaking && (
        <span className="seat-speaks">
          <Icon name="speech" size={12} />
          <span className="only-heard">{t('seats.speaks')}</span>
        </span>
      )}
      <span className="seat-people secondary ellipsis">
        {people.length === 0 && t('seats.noNames')}
        {inFront(people, speaking).map(({ id, person }, index) => (
          <span key={id}>
            {index > 0 && ', '}
            <span className={id === speaking ? 'seat-person' : ''}>{calledShort(person, people)}</span>
          </span>
        ))}
      </span>
    </button>
  );
};

/** Who speaks first, so that the name is in sight however many there are. */
const inFront = (people: readonly SeatAtTable[], speaking: number | null): readonly SeatAtTable[] => [
  ...people.filter(({ id }) => id === speaking),
  ...people.filter(({ id }) => id !== speaking),
];

/** The first name, where no other of the team has it: the rail is narrow. */
function calledShort(person: string, people: readonly SeatAtTable[]): string {
  const first = firstName(person);
  return people.filter((other) => firstName(other.person) === first).length > 1 ? person : first;
}

const firstName = (person: string): string => person.split(/\s/u)[0] ?? person;
