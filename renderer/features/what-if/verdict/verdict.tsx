import { useMessages } from '../../../i18n/messages.tsx';
import type { FrameRequest } from '../../../stores/frame-store.ts';
import { useHasDates } from '../../../stores/use-has-dates.ts';
import { Notes } from '../notes.tsx';
import { useKeptOutWarnings } from '../use-kept-out-warnings.ts';
import { direction, type FrameView } from '../view.ts';
import { differenceWords } from './difference-words.ts';
import { useFinding } from './use-finding.ts';

interface VerdictProps {
  readonly view: FrameView;
  readonly request: FrameRequest;
  /** Scenario and baseline are the same rules. */
  readonly isSame: boolean;
}

/** What the scenario changes, in one or two sentences; where the history cannot tell, it says so, and what would. */
export const Verdict = ({ view, request, isSame }: VerdictProps) => {
  const { rich } = useMessages();
  const keptOut = useKeptOutWarnings();
  const names = { scenario: view.scenarioName, baseline: view.baselineName };
  return (
    <div className="verdict">
      <p aria-live="polite">
        {isSame ? rich('what-if.verdict.same', names) : <Difference view={view} request={request} />}
      </p>
      <Notes warnings={[...view.pair.scenario.warnings, ...keptOut]} />
    </div>
  );
};

const Difference = ({ view, request }: Omit<VerdictProps, 'isSame'>) => {
  const messages = useMessages();
  const told = useFinding(view, request);
  if (told.finding?.kind === 'sameLeads') {
    const { scenarioName: scenario, baselineName: baseline } = view;
    return messages.rich('what-if.verdict.sameLeads', { scenario, baseline });
  }
  return (
    <>
      <Volume view={view} /> {differenceWords(told, view, messages)}
    </>
  );
};

const Volume = ({ view }: { readonly view: FrameView }) => {
  const { rich, format } = useMessages();
  const { now, was, pair, scenarioName } = view;
  const hasDates = useHasDates();
  const difference = pair.scenario.weekly.mean - pair.baseline.weekly.mean;
  const digits = Math.abs(difference) < 10 ? 1 : 0;
  const leads = Number(Math.abs(difference).toFixed(digits));
  const caught = now.converted - (was?.converted ?? 0);
  return rich('what-if.verdict.volume', {
    scenario: scenarioName,
    weekly: leads === 0 ? 'same' : direction(difference),
    leads: format.decimal(leads, digits),
    leadCount: leads,
    hasDates: hasDates ? 'yes' : 'no',
    sqls: now.sqls === 0 ? 'none' : direction(caught),
    caught: format.count(Math.abs(caught)),
    caughtCount: Math.abs(caught),
  });
};
