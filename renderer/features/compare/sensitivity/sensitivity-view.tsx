import type { Sampled, Sensitivity } from '../../../../api/sensitivity.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { type Messages, useMessages } from '../../../i18n/messages.tsx';
import type { CompareFocus } from '../compare-focus.ts';
import { HeatCard } from './heat-card.tsx';
import { SharesCard } from './shares-card.tsx';
import { TornadoCard } from './tornado-card.tsx';
import { type SensitivityOnScreen, useSensitivity } from './use-sensitivity.ts';
import './sensitivity.css';

/** What moves the level of the side that is told, and which of its rules earn their place. */
export const SensitivityView = ({ focus }: { readonly focus: CompareFocus }) => {
  const messages = useMessages();
  const { t } = messages;
  const told = useSensitivity(focus);
  const { moves, shares, failure } = told;
  if (focus.b.side.kind === 'handover')
    return <EmptyState title={t('compare-sensitivity.handover')} next={t('compare-sensitivity.handoverNext')} />;
  if (failure !== null && failure.kind !== 'cancelled')
    return failure.kind === 'notFound' ? (
      <EmptyState
        title={t('compare-sensitivity.noLevel', { name: focus.b.name, level: focus.levelName })}
        next={t('compare-sensitivity.noLevelNext')}
      />
    ) : (
      <FailureNotice failure={failure} onRetry={() => told.start(['moves'])} />
    );
  const tornado = moves?.answer.tornado ?? null;
  const map = moves?.answer.heatMap ?? null;
  const worth = shares?.answer.shapley ?? null;
  return (
    <div className="compare-sensitivity" data-whose={focus.b.whose} aria-busy={told.running !== null}>
      <SensitivityBar told={told} name={focus.b.name} />
      <div className="sensitivity-cards">
        <TornadoCard
          tornado={tornado}
          reason={tornado === null ? waiting(told, 'moves', messages) : undefined}
          sample={sampleWords(tornado, moves?.answer, messages)}
        />
        <SharesCard
          shares={worth}
          reason={worth === null ? waiting(told, 'shares', messages) : undefined}
          sample={sampleWords(worth, shares?.answer, messages)}
        />
        <HeatCard
          map={map}
          levelName={focus.levelName}
          reason={map === null ? waiting(told, 'moves', messages) : undefined}
          sample={sampleWords(map, moves?.answer, messages)}
        />
      </div>
    </div>
  );
};

/** What is left to be worked out, or no longer so; nothing where all is told. */
const SensitivityBar = ({ told, name }: { readonly told: SensitivityOnScreen; readonly name: string }) => {
  const { t } = useMessages();
  const { moves, shares, running } = told;
  const wanted = (['moves', 'shares'] as const).filter((work) => told[work] === null || told[work].isStale);
  if (running === null && wanted.length === 0) return null;
  const isStale = moves?.isStale === true || shares?.isStale === true;
  return (
    <div className="sensitivity-bar">
      <p role="status">
        {running === null
          ? t(
              isStale
                ? 'compare-sensitivity.stale'
                : moves === null
                  ? 'compare-sensitivity.notYet'
                  : 'compare-sensitivity.notYet.shares',
              { name },
            )
          : t(`compare-sensitivity.running.${running}`)}
      </p>
      <span className="spring" />
      <button type="button" className="button primary" disabled={running !== null} onClick={() => told.start(wanted)}>
        {t(isStale ? 'compare-sensitivity.again' : 'compare-sensitivity.start')}
      </button>
    </div>
  );
};

const waiting = ({ running }: SensitivityOnScreen, work: 'moves' | 'shares', { t }: Messages): string =>
  t(running === work ? 'compare-sensitivity.waiting' : `compare-sensitivity.asked.${work}`);

/** Empty where all leads were counted. */
function sampleWords(part: Sampled | null, answer: Sensitivity | undefined, { t, format }: Messages): string {
  if (part === null || answer === undefined || part.sample.isAll) return '';
  return t('compare-sensitivity.sample', {
    leads: format.count(part.sample.leads),
    of: format.count(answer.leads),
    sqls: format.count(part.sample.sqls),
  });
}
