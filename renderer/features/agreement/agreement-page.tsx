import { useState } from 'react';
import type { AgreementState } from '../../../api/agreement.ts';
import type { JudgedPromise } from '../../../api/promises.ts';
import type { Failure } from '../../../api/reply.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { TextField } from '../../components/fields/text-field.tsx';
import { scrollRegion } from '../../components/scroll-region.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { optionsOf } from '../../stores/scenario-store.ts';
import { useAnswer } from '../../stores/use-answer.ts';
import { useHistory, useScenario, useWorkshop } from '../../stores/use-stores.tsx';
import { DefinitionBlock } from './definition-block.tsx';
import { ExportMenu } from './paper/export-menu.tsx';
import { PromiseTable } from './promises/promise-table.tsx';
import { ScenarioDiffers } from './scenario-differs.tsx';
import { type Shown, worthOf } from './shown.ts';
import { TermsSection } from './terms/terms-section.tsx';
import type { Agreement } from './use-agreement.ts';

/** The document itself: read as it was frozen, or a draft to be changed in words and numbers. */
export const AgreementPage = (props: {
  readonly agreement: Agreement;
  readonly state: AgreementState;
  readonly shown: Shown;
}) => {
  const { t } = useMessages();
  const { agreement, shown } = props;
  const { document } = shown;
  const isReadOnly = useWorkshop((workshop) => workshop.workshop?.open?.readOnly ?? false);
  const isDraft = shown.kind === 'draft' && !isReadOnly;
  const { judged, failure, retry } = useJudged(shown, agreement.faults.length === 0);
  const attributes = useHistory((history) => history.summary?.attributes ?? NO_ATTRIBUTES);
  const promises = {
    document,
    judged,
    faults: agreement.faults,
    attributes: attributes.map(({ name }) => name),
    onChange: isDraft ? agreement.change : undefined,
  };
  return (
    <article className="agreement-page scroll" {...scrollRegion(t('agreement.title'))}>
      <div className="agreement-column">
        <AgreementHead {...props} isDraft={isDraft} judged={judged ?? []} />
        <DefinitionBlock document={document} onChange={isDraft ? agreement.change : undefined} />
        <ScenarioDiffers {...props} />
        {failure !== null && <FailureNotice failure={failure} onRetry={retry} />}
        <PromiseTable whose="marketing" {...promises} />
        <PromiseTable whose="sales" {...promises} />
        <TermsSection
          document={document}
          faults={agreement.faults}
          onChange={
            isDraft
              ? (next, what, key) => agreement.change(next, t('agreement.step.terms', { what }), `terms ${key}`)
              : undefined
          }
        />
      </div>
    </article>
  );
};

const NO_ATTRIBUTES: readonly { readonly name: string }[] = [];

interface Judged {
  /** Null until the history has answered; a draft with faults is not asked about. */
  readonly judged: readonly JudgedPromise[] | null;
  readonly failure: Failure | null;
  readonly retry: () => void;
}

const useJudged = ({ document }: Shown, canAsk: boolean): Judged => {
  const options = useScenario(optionsOf);
  const hasHistory = useWorkshop((workshop) => (workshop.workshop?.open?.leads ?? 0) > 0);
  const { answer, failure, retry } = useAnswer(
    'agreement.promises',
    canAsk && hasHistory ? (key) => ({ options, document, start: 'rules', period: null, key }) : null,
  );
  return { judged: hasHistory ? (answer?.promises ?? null) : [], failure, retry };
};

const AgreementHead = (props: {
  readonly agreement: Agreement;
  readonly state: AgreementState;
  readonly shown: Shown;
  readonly isDraft: boolean;
  readonly judged: readonly JudgedPromise[];
}) => {
  const { t, format } = useMessages();
  const { agreement, shown, isDraft } = props;
  const workshop = useWorkshop((known) => known.workshop?.open?.name ?? '');
  const { number, document } = shown;
  const replaced = shown.kind === 'draft' ? shown.replaces : null;
  return (
    <header className="agreement-head">
      <div className="agreement-title">
        <h1 className="hue strong">
          {t(shown.kind === 'draft' ? 'agreement.draftOf' : 'agreement.versionOf', { number })}
        </h1>
        <span className="secondary">{workshop}</span>
        {shown.kind === 'version' && <span className="secondary">{format.date(shown.version.frozenAtMs)}</span>}
        {shown.kind === 'version' && (
          <span className="secondary">{t(`agreement.versions.state.${worthOf(props.state, shown.version)}`)}</span>
        )}
        {replaced !== null && <span className="secondary">{t('agreement.replaces', { number: replaced })}</span>}
      </div>
      <span className="agreement-actions">
        {isDraft && (
          <NameField
            value={document.name}
            onChange={(name) => agreement.change({ ...document, name }, t('agreement.step.name'))}
          />
        )}
        {isDraft && (
          <button
            type="button"
            className="tool"
            onClick={() => void agreement.take('agreement.discard', { label: t('agreement.step.discard') })}
          >
            {t('agreement.discard')}
          </button>
        )}
        <ExportMenu state={props.state} shown={shown} judged={props.judged} />
      </span>
    </header>
  );
};

const NameField = ({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) => {
  const { t } = useMessages();
  const [typed, setTyped] = useState<string | null>(null);
  const leave = () => {
    setTyped(null);
    const name = typed?.trim() ?? '';
    if (name !== '' && name !== value) onChange(name);
  };
  return (
    <span className="agreement-name">
      {t('agreement.nameShort')}
      <TextField
        label={t('agreement.name')}
        value={typed ?? value}
        onChange={setTyped}
        onLeave={leave}
        onEscape={() => setTyped(null)}
      />
    </span>
  );
};
