import { useState } from 'react';
import type { AgreementState } from '../../../api/agreement.ts';
import type { Team } from '../../../api/core-types.ts';
import { ChoiceField } from '../../components/fields/choice-field.tsx';
import { FieldFault } from '../../components/fields/field-fault.tsx';
import { TextField } from '../../components/fields/text-field.tsx';
import { Icon } from '../../components/icon.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { useSeats, useWorkshop } from '../../stores/use-stores.tsx';
import { ReasonForm } from './reason-form.tsx';
import { type Shown, worthOf } from './shown.ts';
import type { Agreement } from './use-agreement.ts';
import './signing.css';

interface FootProps {
  readonly agreement: Agreement;
  readonly state: AgreementState;
  readonly shown: Shown;
}

/** Who signs, or has signed, the version on screen: one seat a team, always in view. */
export const SeatSigning = (props: FootProps & { readonly team: Team }) => {
  const { t } = useMessages();
  const { team } = props;
  const all = useSeats((seats) => seats.seats);
  const speaking = useSeats((seats) => seats.speaking);
  const [picked, setPicked] = useState<number | null>(null);
  const seats = all.filter((seat) => seat.team === team);
  const seat = seats.find(({ id }) => id === (picked ?? speaking)) ?? seats[0];
  const signature = signatureOf(props.shown, team);
  return (
    <section className="seat-signing" data-whose={team} aria-label={t(`seats.team.${team}`)}>
      <div>
        <p className="hue strong">{t(`seats.team.${team}`)}</p>
        {signature !== undefined ? (
          <p className="seat-person strong">{signature.person}</p>
        ) : seat === undefined ? (
          <NewSeat team={team} />
        ) : seats.length === 1 ? (
          <p className="seat-person strong">{seat.person}</p>
        ) : (
          <ChoiceField
            label={t('agreement.sign.who', { team })}
            value={String(seat.id)}
            choices={seats.map(({ id, person }) => ({ value: String(id), label: person }))}
            onChange={(id) => setPicked(Number(id))}
          />
        )}
      </div>
      <SignOrSigned {...props} seatId={seat?.id ?? null} />
    </section>
  );
};

const signatureOf = (shown: Shown, team: Team) =>
  shown.kind === 'draft'
    ? undefined
    : shown.version.signatures.find((signature) => signature.team === team && !signature.isWithdrawn);

const SignOrSigned = (props: FootProps & { readonly team: Team; readonly seatId: number | null }) => {
  const { t, format } = useMessages();
  const isReadOnly = useWorkshop((workshop) => workshop.workshop?.open?.readOnly ?? false);
  const { agreement, state, shown, team, seatId } = props;
  const { number } = shown;
  const signature = signatureOf(shown, team);
  if (signature !== undefined)
    return (
      <div className="seat-signed">
        <span className="seat-when">
          <Icon name="tick" />
          {t('agreement.sign.signed', { when: format.dateTime(signature.signedAtMs) })}
        </span>
        {!isReadOnly && shown.kind === 'version' && shown.version.state !== 'superseded' && (
          <ReasonForm
            className="link-button"
            button={t('agreement.sign.withdraw')}
            label={t('agreement.withdraw.do', { person: signature.person })}
            doing={t('agreement.withdraw.do', { person: signature.person })}
            onDo={(reason) => agreement.take('agreement.withdraw', { number, seatId: signature.seatId, reason })}
          />
        )}
      </div>
    );
  const canSign = !isReadOnly && seatId !== null && shown.kind === 'version' && state.signable === number;
  const why =
    shown.kind === 'draft'
      ? t('agreement.sign.proposeFirst')
      : state.signable === number
        ? ''
        : t('agreement.sign.notThis');
  return (
    <button
      type="button"
      className="button primary"
      disabled={!canSign}
      title={why}
      onClick={() => seatId !== null && void agreement.take('agreement.sign', { number, seatId })}
    >
      {t('agreement.sign', { number })}
    </button>
  );
};

const NewSeat = ({ team }: { readonly team: Team }) => {
  const { t } = useMessages();
  const add = useSeats((seats) => seats.add);
  const [name, setName] = useState('');
  const sit = async () => {
    if (name.trim() !== '' && (await add(team, name.trim()))) setName('');
  };
  return (
    <span className="new-seat">
      <TextField
        label={t('agreement.sign.name', { team })}
        placeholder={t('agreement.sign.name', { team })}
        value={name}
        onChange={setName}
        onEscape={() => setName('')}
      />
      <button type="button" className="tool small" disabled={name.trim() === ''} onClick={() => void sit()}>
        {t('agreement.sign.seat')}
      </button>
    </span>
  );
};

/** How far the version on screen has come; of a draft: the way to make it a version. */
export const SigningState = (props: FootProps) => {
  const { t, format } = useMessages();
  const { shown } = props;
  if (shown.kind === 'draft') return <Propose {...props} />;
  const { version, document } = shown;
  const count = version.signatures.filter(({ isWithdrawn }) => !isWithdrawn).length;
  const worth = worthOf(props.state, version);
  const date = format.calendarDate(document.validFrom);
  return (
    <section className="signing-state" aria-label={t('agreement.foot')}>
      <p>
        <b className="strong">{t(`agreement.foot.${COUNT[Math.min(count, 2)] ?? 'none'}`)}</b>{' '}
        {worth === 'superseded' || worth === 'altered'
          ? t(`agreement.foot.${worth}`)
          : t(count === 2 ? 'agreement.foot.valid' : 'agreement.foot.validOnce', { date })}{' '}
        <span className="unbroken">{t('agreement.foot.fingerprint', { print: fingerprint(version.sha256) })}</span>
      </p>
      <p className="hint">{t('agreement.foot.help')}</p>
    </section>
  );
};

const COUNT = ['none', 'one', 'both'] as const;

/** Twelve digits, to be read aloud. */
const fingerprint = (sha256: string): string => [sha256.slice(0, 4), sha256.slice(4, 8), sha256.slice(8, 12)].join(' ');

const Propose = ({ agreement, state, shown }: FootProps) => {
  const { t } = useMessages();
  const isReadOnly = useWorkshop((workshop) => workshop.workshop?.open?.readOnly ?? false);
  const [reason, setReason] = useState('');
  const isFirst = state.versions.length === 0;
  const { number } = shown;
  const [fault] = agreement.faults;
  const can = !isReadOnly && fault === undefined && (isFirst || reason.trim() !== '');
  const label = isFirst ? t('agreement.propose.reasonFirst') : t('agreement.propose.reason');
  const propose = async () => {
    const words = { reason: reason.trim(), label: t('agreement.step.propose', { number }) };
    if (await agreement.take('agreement.propose', words)) setReason('');
  };
  return (
    <section className="signing-state" aria-label={t('agreement.foot')}>
      <span className="propose">
        <TextField label={label} placeholder={label} value={reason} onChange={setReason} />
        <button type="button" className="button primary" disabled={!can} onClick={() => void propose()}>
          {t('agreement.propose', { number })}
        </button>
      </span>
      {fault === undefined ? (
        <p className="hint">{t('agreement.propose.hint')}</p>
      ) : (
        <FieldFault fault={t('agreement.propose.fault', { fault: fault.message })} />
      )}
    </section>
  );
};
