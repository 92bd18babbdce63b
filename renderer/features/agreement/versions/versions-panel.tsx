import type { AgreementState, AgreementVersion } from '../../../../api/agreement.ts';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { NotesSection } from '../../notes/notes-section.tsx';
import { alterationText } from '../altered-notice.tsx';
import { formerOf, nextNumber, type Shown, worthOf } from '../shown.ts';
import type { Agreement } from '../use-agreement.ts';
import { ChangeList } from './change-list.tsx';
import { EffectLine } from './effect-line.tsx';
import { Happenings } from './happenings.tsx';
import { VersionSteps } from './version-steps.tsx';
import './versions.css';

interface PanelProps {
  readonly agreement: Agreement;
  readonly state: AgreementState;
  readonly shown: Shown;
  readonly onPick: (number: number | null) => void;
}

/** The draft, then every version, the newest first: who signed it, what it changes, why, and what became of it. */
export const VersionsPanel = (props: PanelProps) => {
  const { t } = useMessages();
  const { agreement, state, shown } = props;
  return (
    <aside className="versions scroll" {...scrollRegion(t('agreement.versions'))}>
      <h2 className="strong">{t('agreement.versions')}</h2>
      <ol>
        {agreement.draft !== null && <DraftItem {...props} />}
        {state.versions.map((version) => (
          <VersionItem
            key={version.number}
            {...props}
            version={version}
            isShown={shown.kind === 'version' && shown.number === version.number}
          />
        ))}
      </ol>
    </aside>
  );
};

const DraftItem = ({ agreement, state, shown, onPick }: PanelProps) => {
  const { t } = useMessages();
  const { draft } = agreement;
  if (draft === null) return null;
  const number = nextNumber(state);
  const former = formerOf(state, { number }, state.draft?.replaces ?? null);
  return (
    <li aria-current={shown.kind === 'draft' ? 'true' : undefined}>
      <h3>
        <button type="button" className="version-name" onClick={() => onPick(null)}>
          <span className="hue strong">{t('agreement.versionOf', { number })}</span> {t('agreement.versions.draft')}
        </button>
      </h3>
      {former === null || former.document === null ? (
        <p className="hint">{t('agreement.versions.first')}</p>
      ) : (
        <>
          <ChangeList before={former.document} after={draft} />
          {shown.kind === 'draft' && agreement.faults.length === 0 && (
            <EffectLine before={former.document} after={draft} />
          )}
        </>
      )}
    </li>
  );
};

const VersionItem = (props: PanelProps & { readonly version: AgreementVersion; readonly isShown: boolean }) => {
  const messages = useMessages();
  const { t, format } = messages;
  const { agreement, state, version, isShown } = props;
  const { number, document, signatures, reason } = version;
  const worth = worthOf(state, version);
  const former = formerOf(state, version, null);
  const altered = state.alterations.find((one) => one.number === number);
  const standing = signatures.filter(({ isWithdrawn }) => !isWithdrawn).map(({ person }) => person);
  return (
    <li aria-current={isShown ? 'true' : undefined}>
      <div className="version-head">
        <h3>
          <button
            type="button"
            className="version-name"
            disabled={document === null}
            onClick={() => props.onPick(number)}
          >
            <span className="strong">{t('agreement.versionOf', { number })}</span> {format.date(version.frozenAtMs)}
          </button>
        </h3>
        <VersionSteps agreement={agreement} version={version} />
      </div>
      {altered !== undefined && <p className="broken">{alterationText(messages, altered)}</p>}
      <p className="secondary">
        <span className={worth === 'inForce' ? 'strong' : ''}>{t(`agreement.versions.state.${worth}`)}</span>
        {', '}
        {standing.length === 0
          ? t('agreement.versions.unsigned')
          : t('agreement.versions.signedBy', { people: standing.join(', ') })}
      </p>
      {document !== null && former?.document && <ChangeList before={former.document} after={document} />}
      {reason !== '' && <p className="secondary">{t('agreement.versions.reason', { reason })}</p>}
      {isShown && document !== null && former?.document && <EffectLine before={former.document} after={document} />}
      <Happenings version={version} />
      {isShown && (
        <NotesSection subject="agreement" about={String(number)} title={t('agreement.versions.notes', { number })} />
      )}
    </li>
  );
};
