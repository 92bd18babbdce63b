import { Slider } from '@mantine/core';
import { NumberField } from '../../../components/fields/number-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';

/** Points as a number and on a slider, the baseline as a dashed tick over the track. */
export const PointsLine = (props: {
  readonly value: number;
  readonly baseline: number | undefined;
  readonly fault: string | undefined;
  readonly onChange: (value: number) => void;
}) => {
  const { t } = useMessages();
  const { value, baseline } = props;
  const reach = reachOf(value, baseline ?? value);
  const low = value < 0 || (baseline ?? 0) < 0 ? -reach : 0;
  const high = low < 0 && value <= 0 ? 0 : reach;
  return (
    <div className="points-line">
      <NumberField label={t('rules.gives.pointsLabel')} value={value} onChange={props.onChange} fault={props.fault} />
      <span>{t('rules.gives.points')}</span>
      <div className="points-slider">
        {baseline !== undefined && (
          <span className="baseline-tick" style={{ left: `${((baseline - low) / (high - low)) * 100}%` }} />
        )}
        <Slider
          size={2}
          thumbSize={12}
          min={low}
          max={high}
          value={Number.isFinite(value) ? value : 0}
          onChange={props.onChange}
          label={null}
          thumbLabel={t('rules.gives.pointsLabel')}
          startPointValue={low < 0 ? 0 : low}
        />
      </div>
    </div>
  );
};

const reachOf = (value: number, baseline: number): number => {
  const most = Math.max(Math.abs(value), Math.abs(baseline));
  return [20, 50, 100, 500, 1_000, 10_000, 100_000].find((reach) => reach >= most) ?? 1_000_000;
};
