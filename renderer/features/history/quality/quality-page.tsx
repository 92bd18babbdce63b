import { useEffect } from 'react';
import type { HistoryQuality, QualityFinding } from '../../../../api/quality.ts';
import { wilsonInterval } from '../../../../core/statistics/wilson.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { useHistory } from '../../../stores/use-stores.tsx';
import { FindingRow } from './finding-row.tsx';
import './quality.css';

/** Below it a finding can hardly move the conversion by a point. */
const STRONG_WEIGHT = 0.01;

/** What is wrong with the history, first what would change the conclusions most. */
export const QualityPage = () => {
  const { t } = useMessages();
  const quality = useHistory((state) => state.quality);
  const wantQuality = useHistory((state) => state.wantQuality);
  const hasFailed = useHistory((state) => state.failure !== null);
  // After an import it is gone, and wanted again; after a failure when the history is asked for again.
  useEffect(() => {
    if (quality === null && !hasFailed) wantQuality();
  }, [quality, hasFailed, wantQuality]);
  if (quality === null) {
    return hasFailed ? null : (
      <p className="history-reading" role="status">
        {t('quality.reading')}
      </p>
    );
  }
  if (quality.report.findings.length === 0) {
    return <EmptyState title={t('quality.clean')} next={t('quality.cleanNext')} />;
  }
  return <Findings quality={quality} />;
};

const Findings = ({ quality }: { readonly quality: HistoryQuality }) => {
  const { t, format } = useMessages();
  const { findings, leads, known, converted } = quality.report;
  const strong = findings.filter(({ weight }) => weight >= STRONG_WEIGHT);
  const weak = findings.slice(strong.length);
  return (
    <div className="quality scroll" {...scrollRegion(t('quality.title'))}>
      <header className="quality-head">
        <h1 className="only-heard">{t('quality.title')}</h1>
        <p className="strong">
          {known === 0
            ? t('quality.countsUnknown', { leads: format.count(leads) })
            : t('quality.counts', {
                leads: format.count(leads),
                known: format.count(known),
                rate: format.rate(converted / known, wilsonInterval(converted, known)),
              })}
        </p>
        <p className="secondary">{t('quality.order')}</p>
      </header>
      <div className="finding-columns finding-headings" aria-hidden="true">
        <span />
        <span>{t('quality.column.what')}</span>
        <span>{t('quality.column.leads')}</span>
        <span>{t('quality.column.why')}</span>
        <span>{t('quality.column.do')}</span>
      </div>
      <Section title={t('quality.strong')} findings={strong} firstRank={1} quality={quality} />
      {weak.length > 0 && (
        <Section title={t('quality.weak')} findings={weak} firstRank={strong.length + 1} quality={quality} />
      )}
    </div>
  );
};

const Section = (props: {
  readonly title: string;
  readonly findings: readonly QualityFinding[];
  readonly firstRank: number;
  readonly quality: HistoryQuality;
}) => {
  const { t } = useMessages();
  const { title, findings, firstRank, quality } = props;
  return (
    <section className="finding-section" aria-label={title}>
      <h2>{title}</h2>
      {findings.length === 0 && <p className="secondary finding-none">{t('quality.none')}</p>}
      <ol start={firstRank}>
        {findings.map((finding, index) => (
          <FindingRow key={keyOf(finding)} finding={finding} rank={firstRank + index} quality={quality} />
        ))}
      </ol>
    </section>
  );
};

/** Several findings of one kind differ by what they are about. */
function keyOf(finding: QualityFinding): string {
  if (finding.kind === 'leakingAttribute') return `${finding.kind} ${finding.attribute}`;
  if (finding.kind === 'notAnswered') return `${finding.kind} ${finding.text}`;
  return finding.kind === 'emailAddresses' ? `${finding.kind} ${finding.email}` : finding.kind;
}
