import { useId, useState } from 'react';
import type { HistoryQuality, QualityFinding } from '../../../../api/quality.ts';
import { wilsonInterval } from '../../../../core/statistics/wilson.ts';
import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { FindingDetails } from './finding-details.tsx';
import { findingWords } from './finding-words.ts';
import { KeepOut } from './keep-out.tsx';

interface FindingRowProps {
  readonly finding: QualityFinding;
  /** From 1. */
  readonly rank: number;
  readonly quality: HistoryQuality;
}

/** What, how many, why it matters, what one can do; the title opens the details. */
export const FindingRow = ({ finding, rank, quality }: FindingRowProps) => {
  const messages = useMessages();
  const { t, format } = messages;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { leads } = quality.report;
  const { title, facts, why, todo } = findingWords(messages, finding, leads);
  const { touched } = finding;
  const share = touched.leads / Math.max(1, leads);
  return (
    <li className="finding">
      <div className="finding-columns">
        <span className="hint finding-rank" aria-hidden="true">
          {rank}
        </span>
        <div>
          <h3>
            <button
              type="button"
              className="finding-open"
              aria-expanded={isOpen}
              aria-controls={id}
              onClick={() => setOpen(!isOpen)}
            >
              <Icon name={isOpen ? 'down' : 'right'} size={12} />
              {title}
            </button>
          </h3>
          {facts.length > 0 && (
            <ul className="finding-facts secondary">
              {facts.map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
          )}
        </div>
        <div className="finding-leads">
          <p className="strong">
            {t('quality.share', {
              count: format.count(touched.leads),
              share: format.percent(share, share > 0 && share < 0.01 ? 2 : 0),
            })}
          </p>
          <span className="finding-bar" aria-hidden="true">
            <span style={{ width: `${100 * share}%` }} />
          </span>
          <p className="hint">
            {touched.known === 0
              ? t('quality.noOutcome')
              : t('quality.converts', {
                  rate: format.rate(
                    touched.converted / touched.known,
                    wilsonInterval(touched.converted, touched.known),
                  ),
                  known: format.count(touched.known),
                })}
          </p>
        </div>
        <p className="secondary">{why}</p>
        <div className="finding-do secondary">
          {finding.kind === 'leakingAttribute' ? <KeepOut attribute={finding.attribute} todo={todo} /> : <p>{todo}</p>}
        </div>
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && <FindingDetails finding={finding} leads={leads} exampleByIndex={quality.exampleByIndex} />}
      </div>
    </li>
  );
};
