import type { JudgedPromise } from '../../../api/promises.ts';
import { useMessages } from '../../i18n/messages.tsx';

/** The newest weeks or months, as many as a strip has room for. */
const MOST_SPANS = 26;

/** A square a week: full where it held, hollow where it did not, a line where nothing can be judged. */
export const WeekStrip = ({ judged }: { readonly judged: JudgedPromise }) => {
  const { t, format } = useMessages();
  const spans = judged.spans.slice(-MOST_SPANS);
  if (spans.length === 0) return null;
  const words = t('review.strip', {
    held: judged.spansHeld,
    judged: judged.spansJudged,
    unit: judged.unit,
    from: format.date(spans[0]?.startMs ?? 0),
  });
  return (
    <svg
      className="week-strip"
      role="img"
      aria-label={words}
      width={spans.length * STEP}
      height={STEP}
      viewBox={`0 0 ${spans.length * STEP} ${STEP}`}
    >
      {spans.map(({ startMs, due, kept, isHeld }, index) => (
        <g key={startMs} transform={`translate(${index * STEP} 0)`}>
          <title>
            {t(judged.figure.kind === 'volume' ? 'review.strip.volume' : 'review.strip.span', {
              from: format.date(startMs),
              due: format.count(due),
              kept: format.count(kept),
            })}
          </title>
          {isHeld === null ? (
            <path d="M2.5 6.5h5" className="week-unknown" />
          ) : (
            <rect x="1.5" y="2.5" width="7" height="7" rx="1" className={isHeld ? 'week-held' : 'week-missed'} />
          )}
        </g>
      ))}
    </svg>
  );
};

const STEP = 11;
