import type { ReactNode } from 'react';
import type { Cell } from '../../../../core/measures/frame.ts';
import type { Rule } from '../../../../core/rule-set/rule-set.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { pointsEach, rateWords, verdictWords } from './effect-words.ts';
import { PairPlot } from './pair-plot.tsx';
import type { EffectOnScreen } from './use-effects.ts';

/** The figures in words, each with its n and its interval. */
export const EffectFigures = ({ rule, found }: { readonly rule: Rule; readonly found: EffectOnScreen }) => {
  const messages = useMessages();
  const { t, rich, format } = messages;
  const { effect, base, highest } = found;
  const { touched, untouched, difference, awards, points } = effect;
  const rate = (cell: Cell): ReactNode =>
    cell.rate === null
      ? t('effects.rateNone')
      : rich('effects.rateValue', { rate: rateWords(messages, cell), n: format.count(cell.observed) });
  return (
    <>
      <dl className="effect-figures">
        <Figure what={t('effects.touches')}>
          {rich('effects.touchesValue', {
            leads: format.count(touched.leads),
            all: format.count(base.leads),
            share: format.percent(base.leads === 0 ? 0 : touched.leads / base.leads),
          })}
        </Figure>
        <Figure what={t('effects.gives')} title={t('effects.givesNote')}>
          {rich('effects.givesValue', { awards, count: format.count(awards), points: format.points(points) })}
        </Figure>
        <Figure what={t('effects.converted')}>{rate(touched)}</Figure>
        <Figure what={t('effects.others')}>{rate(untouched)}</Figure>
        {difference !== null && (
          <Figure what={t('effects.difference')}>
            {rich('effects.differenceValue', {
              points: format.signedPoints(difference.difference),
              low: format.signedPoints(difference.interval[0]),
              high: format.signedPoints(difference.interval[1]),
            })}
          </Figure>
        )}
      </dl>
      {touched.rate !== null && (
        <div className="effect-plot">
          <span className="secondary">0</span>
          <PairPlot
            touched={touched}
            untouched={untouched}
            highest={highest}
            width={PLOT_WIDTH}
            label={t('effects.plot', {
              most: format.percent(highest),
              rate: rateWords(messages, touched),
              otherRate: rateWords(messages, untouched),
            })}
          />
          <span className="secondary">{format.percent(highest)}</span>
          <PlotLegend />
        </div>
      )}
      <p>{verdictWords(messages, effect, pointsEach(rule))}</p>
      {touched.immature + touched.unobserved > 0 && (
        <p className="secondary">
          {t('effects.unknown', {
            immature: touched.immature,
            immatureCount: format.count(touched.immature),
            unobserved: format.count(touched.unobserved),
          })}
        </p>
      )}
    </>
  );
};

const PLOT_WIDTH = 176;

const PlotLegend = () => {
  const { t } = useMessages();
  return (
    <span className="effect-legend secondary" aria-hidden="true">
      <i className="dot solid" />
      {t('effects.legend.touched')}
      <i className="dot" />
      {t('effects.legend.others')}
    </span>
  );
};

const Figure = (props: { readonly what: string; readonly title?: string; readonly children: ReactNode }) => (
  <div title={props.title}>
    <dt>{props.what}</dt>
    <dd>{props.children}</dd>
  </div>
);
