import { useState } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { useScenario } from '../../stores/use-stores.tsx';
import { AgreementPage } from './agreement-page.tsx';
import { AlteredNotice } from './altered-notice.tsx';
import { BeginAgreement } from './begin-agreement.tsx';
import { shownOf } from './shown.ts';
import { SeatSigning, SigningState } from './signing-foot.tsx';
import { useAgreement } from './use-agreement.ts';
import { VersionsPanel } from './versions/versions-panel.tsx';
import './agreement.css';

/** What both teams sign: the draft or a version in the middle, all versions beside it, both seats beneath. */
export const AgreementScreen = () => {
  const { t } = useMessages();
  const agreement = useAgreement();
  const [picked, setPicked] = useState<number | null>(null);
  const keptNames = useScenario((scenario) => scenario.stored?.versions ?? NO_VERSIONS);
  const { state, draft, failure } = agreement;
  if (state === null)
    return failure === null ? (
      <p className="agreement-working secondary" role="status">
        {t('agreement.working')}
      </p>
    ) : (
      <FailureNotice failure={failure} />
    );
  const ruleSetName = keptNames.find(({ id }) => id === state.alteredRuleSetVersion)?.name ?? '';
  const notices = (
    <>
      <AlteredNotice state={state} ruleSetName={ruleSetName} />
      {failure !== null && <FailureNotice failure={failure} onDismiss={agreement.dismiss} />}
    </>
  );
  const shown = shownOf(state, draft, picked);
  if (shown === null)
    return (
      <>
        {notices}
        <BeginAgreement agreement={agreement} />
      </>
    );
  const parts = { agreement, state, shown };
  return (
    <div className="agreement" data-whose="both">
      <div className="agreement-main">
        {notices}
        <AgreementPage key={shown.kind === 'draft' ? 'draft' : shown.number} {...parts} />
      </div>
      <VersionsPanel {...parts} onPick={setPicked} />
      <div className="agreement-seats">
        <SeatSigning {...parts} team="marketing" />
        <SeatSigning {...parts} team="sales" />
      </div>
      <SigningState key={shown.number} {...parts} />
    </div>
  );
};

const NO_VERSIONS: readonly { readonly id: number; readonly name: string }[] = [];
