import { useEffect, useState } from 'react';
import type { PanelResults, PanelSummary } from '../../../../api/panel.ts';
import type { Failure } from '../../../../api/reply.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { useStores } from '../../../stores/use-stores.tsx';
import { AgreementHeadline } from './agreement-headline.tsx';
import { Disagreements } from './disagreements.tsx';
import { SecondRound } from './second-round.tsx';
import { Separating } from './separating.tsx';
import { SidesTable } from './sides-table.tsx';
import './results.css';

/** What came of a panel, once both teams are done. */
export const PanelResultsView = (props: { readonly panel: PanelSummary; readonly onChanged: () => Promise<void> }) => {
  const { panel, onChanged } = props;
  const { t } = useMessages();
  const { client } = useStores();
  const [results, setResults] = useState<PanelResults | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { id } = panel;
  useEffect(() => {
    let isWanted = true;
    const load = async () => {
      const reply = await client('panel.results', { panelId: id });
      if (!isWanted) return;
      if (reply.ok) setResults(reply.value);
      setFailure(reply.ok ? null : reply.error);
    };
    void load();
    return () => {
      isWanted = false;
    };
  }, [client, id]);
  if (failure !== null) return <FailureNotice failure={failure} />;
  if (results === null) return null;
  return (
    <div className="panel-results scroll" {...scrollRegion(t('panel.results.title'))}>
      <AgreementHeadline results={results} />
      <SecondRound panel={panel} results={results} onChanged={onChanged} />
      <Separating results={results} />
      <SidesTable panelId={id} />
      <Disagreements results={results} />
    </div>
  );
};
