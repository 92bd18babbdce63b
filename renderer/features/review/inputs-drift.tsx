import type { InputBand, InputDrift } from '../../../api/review.ts';
import { ChartCard } from '../../charts/chart-card.tsx';
import { type ChartTable, NO_FIGURES } from '../../charts/chart-table.ts';
import { inPercent } from '../../charts/in-percent.ts';
import { type Messages, useMessages } from '../../i18n/messages.tsx';
import { CriticalKey, InputsChart, StabilityKey } from './inputs-chart.tsx';
import type { Reviewed } from './reviewed.ts';

/** So many are drawn; the table has all. */
const MOST_DRAWN = 8;

/** Whether other leads come in than before: each attribute with how far it moved, what chance alone does, and what moved most. */
export const InputsDrift = ({ review }: { readonly review: Reviewed }) => {
  const messages = useMessages();
  const { t, format } = messages;
  const { inputs } = review;
  const question = t('review.inputs');
  const drifted = inputs.filter(({ stability }) => stability.isDrift).length;
  return (
    <ChartCard
      className="split-card"
      question={question}
      legend={[
        { mark: <StabilityKey />, label: t('review.inputs.psi') },
        { mark: <CriticalKey />, label: t('review.inputs.critical') },
      ]}
      table={inputs.length === 0 ? NO_FIGURES : tableOf(inputs, messages)}
      reason={inputs.length === 0 ? t('review.noTwoPeriods') : undefined}
      note={
        <>
          <span className={drifted > 0 ? 'strong drift-said' : 'drift-said'}>
            {t('review.inputs.sum', { drifted, all: inputs.length })}
          </span>
          <span className="hint">
            {t('review.inputs.note', { shown: MOST_DRAWN, isAll: inputs.length <= MOST_DRAWN ? 'yes' : 'no' })}
          </span>
        </>
      }
    >
      {(width, height) => (
        <InputsChart
          rows={inputs.slice(0, MOST_DRAWN).map((input) => ({
            ...input,
            figures: t('review.inputs.value', {
              psi: format.decimal(input.stability.value, 2),
              critical: format.decimal(input.stability.critical, 2),
            }),
            most: mostMoved(messages, input),
          }))}
          width={width}
          height={height}
          title={question}
        />
      )}
    </ChartCard>
  );
};

const tableOf = (inputs: readonly InputDrift[], messages: Messages): ChartTable => {
  const { t } = messages;
  return {
    columns: [
      t('review.inputs.attribute'),
      t('review.inputs.psi'),
      t('review.inputs.critical'),
      t('review.inputs.column.drift'),
      t('review.inputs.most'),
      t('review.inputs.column.before'),
      t('review.inputs.column.after'),
    ],
    rows: inputs.map((input) => {
      const { most, before, after } = shareMoved(input);
      const { value, critical, isDrift } = input.stability;
      return [
        input.attribute,
        value,
        critical,
        t('review.inputs.isDrift', { drift: isDrift ? 'yes' : 'no' }),
        most === null ? '' : bandName(messages, most),
        inPercent(before),
        inPercent(after),
      ];
    }),
  };
};

function mostMoved(messages: Messages, input: InputDrift): string {
  const { most, before, after } = shareMoved(input);
  const { t, format } = messages;
  if (most === null) return '';
  return t('review.inputs.shift', {
    value: bandName(messages, most),
    before: format.percent(before),
    after: format.percent(after),
  });
}

/** The value whose share of the leads moved the most. */
function shareMoved({ bands }: InputDrift): {
  readonly most: InputBand | null;
  readonly before: number;
  readonly after: number;
} {
  const before = bands.reduce((sum, band) => sum + band.before, 0);
  const after = bands.reduce((sum, band) => sum + band.after, 0);
  const shift = (band: InputBand): number => Math.abs(band.after / after - band.before / before);
  const [most] = bands.toSorted((left, right) => shift(right) - shift(left));
  return most === undefined
    ? { most: null, before: 0, after: 0 }
    : { most, before: most.before / before, after: most.after / after };
}

function bandName({ t, format }: Messages, band: InputBand): string {
  switch (band.kind) {
    case 'value':
      return band.value ?? '';
    case 'missing':
      return t('review.inputs.missing');
    case 'other':
      return t('review.inputs.other');
    case 'range': {
      if (band.from === null) return t('review.band.under', { to: format.decimal(band.to ?? 0) });
      if (band.to === null) return t('review.band.from', { from: format.decimal(band.from) });
      return t('review.band.between', { from: format.decimal(band.from), to: format.decimal(band.to) });
    }
  }
}
