import { useMessages } from '../../i18n/messages.tsx';
import { Notes } from './notes.tsx';
import { useKeptOutWarnings } from './use-kept-out-warnings.ts';
import { direction, type FrameView, LEAST_SQLS } from './view.ts';

/** What the scenario changes, in one or two sentences; where the history cannot tell, it says so. */
export const Verdict = ({ view, isSame }: { readonly view: FrameView; readonly isSame: boolean }) => {
  const { rich } = useMessages();
  const keptOut = useKeptOutWarnings();
  const names = { scenario: view.scenarioName, baseline: view.baselineName };
  return (
    <div className="verdict">
      <p aria-live="polite">
        {isSame ? (
          rich('what-if.verdict.same', names)
        ) : (
          <>
            <Volume view={view} /> <Rate view={view} />
          </>
        )}
      </p>
      <Notes warnings={[...view.pair.scenario.warnings, ...keptOut]} />
    </div>
  );
};

const Volume = ({ view }: { readonly view: FrameView }) => {
  const { rich, format } = useMessages();
  const { now, was, pair, scenarioName } = view;
  const difference = pair.scenario.weekly.mean - pair.baseline.weekly.mean;
  const digits = Math.abs(difference) < 10 ? 1 : 0;
  const leads = Number(Math.abs(difference).toFixed(digits));
  const caught = now.converted - (was?.converted ?? 0);
  return rich('what-if.verdict.volume', {
    scenario: scenarioName,
    weekly: leads === 0 ? 'same' : direction(difference),
    leads: format.decimal(leads, digits),
    leadCount: leads,
    sqls: now.sqls === 0 ? 'none' : direction(caught),
    caught: format.count(Math.abs(caught)),
    caughtCount: Math.abs(caught),
  });
};

const Rate = ({ view }: { readonly view: FrameView }) => {
  const { rich, t, format } = useMessages();
  const { now, was } = view;
  if (now.rate === null || now.interval === null) return t('what-if.verdict.unknownNow');
  if (now.converted < LEAST_SQLS) return t('what-if.verdict.fewSqls', { count: now.converted });
  const rateNow = format.rate(now.rate, now.interval);
  if (was === null || was.rate === null || was.interval === null || was.converted < LEAST_SQLS) {
    return t('what-if.verdict.unknownWas', { now: rateNow });
  }
  const points = Math.round((now.rate - was.rate) * 1000) / 10;
  const overlaps = now.interval[0] <= was.interval[1] && was.interval[0] <= now.interval[1];
  return (
    <>
      {rich('what-if.verdict.rate', {
        direction: points > 0 ? 'higher' : points < 0 ? 'lower' : 'same',
        points: format.decimal(Math.abs(points)),
        now: <span className="unbroken">{rateNow}</span>,
        was: <span className="unbroken">{format.rate(was.rate, was.interval)}</span>,
      })}{' '}
      {overlaps && points !== 0 && t('what-if.verdict.overlap')}
    </>
  );
};
