import { LEAST_SQLS } from '../../../../core/measures/least-counts.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import type { FrameView } from '../view.ts';
import { HeadlineCell } from './headline-cell.tsx';
import { BoundsBar } from './meters.tsx';

/** The rate with its interval and bounds; counts where fewer than ten SQLs would make it look surer than it is. */
export const ConversionCell = ({ view }: { readonly view: FrameView }) => {
  const { t, rich, format } = useMessages();
  const { now, was } = view;
  const label = t('what-if.conversion', { level: view.levelName });
  const before = was === null || was.converted < LEAST_SQLS ? null : was.rate;
  const top = Math.max(now.interval?.[1] ?? 0, now.bounds?.[1] ?? 0, before ?? 0);
  const bar = <BoundsBar measures={now} baseline={before} most={Math.min(1, Math.ceil(top * 5 + 0.25) / 5)} />;
  const wasText = before === null ? t('what-if.wasNone') : t('what-if.was', { value: format.percent(before) });
  if (now.rate === null || now.interval === null) {
    return <HeadlineCell label={label} was={wasText} value="–" bar={bar} foot={t('what-if.conversionNone')} />;
  }
  const help = t('what-if.conversionHelp', {
    converted: format.count(now.converted),
    n: format.count(now.observed),
    unobserved: format.count(now.unobserved),
    immature: format.count(now.immature),
  });
  if (now.converted < LEAST_SQLS) {
    return (
      <HeadlineCell
        label={label}
        was={wasText}
        value={format.count(now.converted)}
        beside={t('what-if.conversionFew', { n: format.count(now.observed) })}
        // Counts, and no bar that would make them look surer.
        bar={<span />}
        foot={t('what-if.conversionFewFoot')}
        help={help}
      />
    );
  }
  return (
    <HeadlineCell
      label={label}
      was={wasText}
      value={format.percent(now.rate)}
      beside={`(${format.range(now.interval)})${before === null ? '' : ` ${format.signedPoints(now.rate - before)}`}`}
      bar={bar}
      foot={rich('what-if.conversionFoot', {
        n: format.count(now.observed),
        known: <span className="only-wide">{t('what-if.conversionOf', { reached: format.count(now.reached) })}</span>,
        bounds: now.bounds === null ? '–' : `${format.range(now.bounds)}\u202f%`,
      })}
      help={help}
    />
  );
};
