import { useState } from 'react';
import type { PairCompared } from '../../../../api/compare-pair.ts';
import { pilotForMargin } from '../../../../core/statistics/pilot.ts';
import { Segments } from '../../../components/fields/segments.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import type { CompareFocus } from '../compare-focus.ts';
import { asSize } from '../pair/as-size.ts';

const MARGINS = ['1', '2', '3', '5', '10'] as const;
type Margin = (typeof MARGINS)[number];

/** How many leads sales would have to work to know more than the history does. */
export const PilotCard = ({ answer, focus }: { readonly answer: PairCompared; readonly focus: CompareFocus }) => {
  const { t, rich, format } = useMessages();
  const [margin, setMargin] = useState<Margin>('3');
  const { side, name, rate, interval, unobserved } = toTryOut(answer, focus);
  const leads = format.count(pilotForMargin(plannedRate(rate, interval), Number(margin) / 100));
  return (
    <section className="difference-pilot" aria-label={t('compare-difference.pilot')}>
      <header>
        <h2>{t('compare-difference.pilot')}</h2>
        <span className="spring" />
        <Segments
          label={t('compare-difference.pilot.margin')}
          value={margin}
          choices={MARGINS.map((points) => ({
            value: points,
            label: t('compare-difference.pilot.choice', { points }),
          }))}
          onChange={setMargin}
        />
      </header>
      <p aria-live="polite">
        {side.kind === 'handover' && unobserved === 0
          ? t('compare-difference.pilot.worked', { name })
          : rich(rate === null ? 'compare-difference.pilot.unknown' : 'compare-difference.pilot.words', {
              name,
              points: margin,
              leads,
            })}
      </p>
      <Settling answer={answer} />
    </section>
  );
};

/** Where all or none converted so far, the end of the interval that is nearer to one in two: a pilot of none tells nothing. */
const plannedRate = (rate: number | null, interval: readonly [number, number] | null): number => {
  if (rate === null || interval === null) return 0.5;
  if (rate > 0 && rate < 1) return rate;
  return rate === 0 ? Math.min(0.5, interval[1]) : Math.max(0.5, interval[0]);
};

/** B, but for what sales was given, which it has worked: then A. */
const toTryOut = ({ a, b }: PairCompared, focus: CompareFocus) =>
  focus.b.side.kind === 'handover' ? { ...focus.a, ...a } : { ...focus.b, ...b };

const Settling = ({ answer }: { readonly answer: PairCompared }) => {
  const { rich, format } = useMessages();
  const { finding, difference } = answer;
  const unknown = format.count(difference.unobserved);
  if (finding.kind === 'cannotSettle') {
    return (
      <p>
        {finding.pilotLeads === null
          ? rich('compare-difference.pilot.noSettle', { unknown })
          : rich('compare-difference.pilot.settle', { leads: format.count(finding.pilotLeads), unknown })}
      </p>
    );
  }
  if (finding.kind === 'noDifference' && finding.leadsNeeded !== null) {
    return <p>{rich('compare-difference.pilot.needed', { leads: format.count(asSize(finding.leadsNeeded)) })}</p>;
  }
  return null;
};
