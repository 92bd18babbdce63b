import type { AgreementHappening, AgreementVersion } from '../../../../api/agreement.ts';
import { type Messages, useMessages } from '../../../i18n/messages.tsx';

/** What became of a version: signatures withdrawn, opened again, superseded. */
export const Happenings = ({ version }: { readonly version: AgreementVersion }) => {
  const messages = useMessages();
  return (
    <ul className="happenings">
      {version.events.map((event) => (
        <li key={`${event.kind} ${event.atMs}`} className="hint">
          {messages.format.date(event.atMs)} {happeningText(messages, event)}
        </li>
      ))}
    </ul>
  );
};

export function happeningText({ t }: Messages, { kind, person, reason, supersededBy }: AgreementHappening): string {
  const who = person === null ? '' : t('agreement.versions.by', { person });
  const why = reason === '' ? '' : t('agreement.versions.because', { reason });
  switch (kind) {
    case 'withdrawn':
      return t('agreement.versions.withdrawnBy', { person: person ?? '–', reason });
    case 'reopened':
      return t('agreement.versions.reopenedBy', { who, reason: why });
    case 'superseded':
      return supersededBy === null
        ? t('agreement.versions.givenUp', { who, reason: why })
        : t('agreement.versions.supersededBy', { number: supersededBy });
  }
}
