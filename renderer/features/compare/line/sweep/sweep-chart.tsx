import { useMemo } from 'react';
import { gridPath } from '../../../../charts/plot/paths.ts';
import { Ticks } from '../../../../charts/plot/ticks.tsx';
import { useMessages } from '../../../../i18n/messages.tsx';
import { fitted } from '../../pair/fitted.ts';
import type { LineSide, LowerZone } from '../line-sides.ts';
import { BestBracket } from './best-bracket.tsx';
import { SweepReader } from './sweep-reader.tsx';
import { readLower, readRate } from './sweep-reading.ts';
import { pointAt, type SweepScales, sweepScales, type Zone } from './sweep-scales.ts';
import { LowerSeries, RateLines } from './sweep-series.tsx';

interface SweepChartProps {
  readonly sides: readonly LineSide[];
  readonly lower: LowerZone;
  readonly levelName: string;
  readonly capacityPerWeek: number | null;
  readonly at: number;
  readonly onRead: (threshold: number) => void;
  readonly width: number;
  readonly height: number;
}

const LEFT = 46;
const RIGHT = 12;
/** About the width of a character of 12 px, a little more than most have. */
const CHARACTER = 6.6;

/** Conversion above; below, on the same thresholds, what it costs in leads, catches in SQLs or brings in. */
export const SweepChart = (props: SweepChartProps) => {
  const { sides, lower, levelName, capacityPerWeek, at, onRead, width, height } = props;
  const { t, format } = useMessages();
  const scales = useMemo(
    () => sweepScales(sides, lower, capacityPerWeek, width, height),
    [sides, lower, capacityPerWeek, width, height],
  );
  const { left, right, x, rates, xTicks } = scales;
  const [told] = sides;
  const highest = rates?.ticks.at(-1);
  return (
    <svg width={width} height={height} role="group" aria-label={t('compare-line.sweep')}>
      <Plateau side={told} scales={scales} />
      {rates !== null && (
        <>
          <path d={gridPath(left, right, rates.ticks.map(rates.y))} stroke="var(--grid)" />
          <Ticks
            ticks={rates.ticks.map((tick) => ({
              at: rates.y(tick),
              label: tick === highest ? format.percent(tick) : format.decimal(tick * 100, 1),
            }))}
            line={left - 8}
            side="left"
          />
        </>
      )}
      <path d={gridPath(left, right, scales.lower.ticks.map(scales.lower.y))} stroke="var(--grid)" />
      <Ticks
        ticks={scales.lower.ticks.map((tick) => ({ at: scales.lower.y(tick), label: lowerTick(tick, lower, format) }))}
        line={left - 8}
        side="left"
      />
      <LowerSeries sides={sides} scales={scales} lower={lower} />
      <path d={`M${left} ${scales.lower.y(0)}H${right}`} stroke="var(--line2)" />
      <RateLines sides={sides} scales={scales} />
      {lower === 'volume' && capacityPerWeek !== null && <Capacity perWeek={capacityPerWeek} scales={scales} />}
      <Ticks
        ticks={xTicks.map((tick) => ({ at: x(tick), label: format.points(tick) }))}
        line={scales.lower.floor + 16}
        side="below"
      />
      {sides.toReversed().map((side) => (
        <Threshold key={`${side.name} ${side.isTold}`} side={side} scales={scales} levelName={levelName} />
      ))}
      {told !== undefined && <BestBracket line={told.line} scales={scales} />}
      {rates !== null && (
        <ZoneWords {...props} zone={rates} words={t('compare-line.rate', { level: levelName })} of={readRate} />
      )}
      <ZoneWords
        {...props}
        zone={scales.lower}
        words={t(`compare-line.lower.${lower}`, { level: levelName })}
        of={(point, messages) => readLower(point, lower, messages)}
      />
      {scales.lower.ticks.length === 0 && (
        <text x={left + 8} y={(scales.lower.ceiling + scales.lower.floor) / 2} fill="var(--ink2)">
          {fitted(t('compare-line.noWorth'), right - left)}
        </text>
      )}
      <SweepReader sides={sides} scales={scales} lower={lower} at={at} onRead={onRead} />
    </svg>
  );
};

const lowerTick = (tick: number, lower: LowerZone, format: ReturnType<typeof useMessages>['format']): string =>
  lower === 'profit' ? format.amount(tick) : format.decimal(tick);

/** Thresholds that convert as the present one does, as closely as that is known. */
const Plateau = ({ side, scales }: { readonly side: LineSide | undefined; readonly scales: SweepScales }) => {
  const plateau = side?.line.plateau ?? null;
  if (plateau === null || scales.rates === null) return null;
  const { x, ends, step, rates } = scales;
  const from = x(Math.max(ends[0], plateau.from - step / 2));
  const to = x(Math.min(ends[1], plateau.to + step / 2));
  return (
    <rect
      x={from}
      y={rates.ceiling}
      width={Math.max(0, to - from)}
      height={scales.lower.floor - rates.ceiling}
      fill="var(--bg3)"
      stroke="var(--line)"
    />
  );
};

/** A promise of sales: in its hue whoever's chart it is. */
const Capacity = ({ perWeek, scales }: { readonly perWeek: number; readonly scales: SweepScales }) => {
  const { t, format } = useMessages();
  const y = scales.lower.y(perWeek);
  return (
    <g>
      <path d={`M${scales.left} ${y}H${scales.right}`} stroke="var(--sales)" strokeWidth={1.5} />
      <text x={scales.right} y={y - 4} textAnchor="end" fill="var(--sales-text)" fontWeight={600}>
        {t('what-if.capacityLine', { capacity: format.points(perWeek) })}
      </text>
    </g>
  );
};

/** Where a side draws its line today. */
const Threshold = (props: { readonly side: LineSide; readonly scales: SweepScales; readonly levelName: string }) => {
  const { side, scales, levelName } = props;
  const { t, format } = useMessages();
  const { x, left, right } = scales;
  const top = (scales.rates?.ceiling ?? scales.lower.ceiling) - 18;
  const bottom = scales.lower.floor;
  const at = x(side.line.threshold);
  if (!side.isTold)
    return <path d={`M${at} ${top + 18}V${bottom}`} stroke="var(--grey)" strokeWidth={2} strokeDasharray="5 4" />;
  const label = t('what-if.levelAt', { level: levelName, threshold: format.points(side.line.threshold) });
  const width = label.length * 7 + 14;
  const flagAt = Math.max(left, Math.min(at - width / 2, right - width));
  return (
    <g>
      <path d={`M${at} ${top}V${bottom}`} stroke="var(--ink)" strokeWidth={2} />
      <rect x={flagAt} y={top - 2} width={width} height={18} rx={3} fill="var(--ink)" />
      <text x={flagAt + width / 2} y={top + 11} textAnchor="middle" fill="var(--bg)" fontWeight={600}>
        {label}
      </text>
    </g>
  );
};

/** What a zone shows, and at the right what it is at the threshold that is read. */
const ZoneWords = (
  props: Pick<SweepChartProps, 'sides' | 'at' | 'width' | 'height'> & {
    readonly zone: Zone;
    readonly words: string;
    readonly of: typeof readRate;
  },
) => {
  const { sides, at, zone, words, of, width } = props;
  const messages = useMessages();
  const y = zone.ceiling - (sides.length > 0 && zone.ceiling < 60 ? 26 : 8);
  const read = sides.map((side) => ({ name: side.name, figures: of(pointAt(side.line.points, at), messages) }));
  const room = width - LEFT - RIGHT - (words.length + 2) * CHARACTER;
  const said = (some: typeof read): string =>
    messages.t('compare-line.at', {
      threshold: messages.format.points(at),
      read: some.map(({ name, figures }) => `${name} ${figures}`).join(' · '),
    });
  const isFitting = (text: string): boolean => text.length * CHARACTER <= room;
  const whole = [read, read.slice(0, 1)].map(said).find(isFitting);
  // The figures and their n are never cut: rather the name.
  const spare = room - said(read.slice(0, 1).map(({ figures }) => ({ name: '', figures }))).length * CHARACTER;
  const shortened = read.slice(0, 1).map(({ name, figures }) => ({ name: fitted(name, Math.max(0, spare)), figures }));
  return (
    <g>
      <text x={LEFT} y={y} fill="var(--ink2)">
        {words}
      </text>
      <text
        x={width - RIGHT}
        y={y}
        textAnchor="end"
        fill="var(--ink)"
        stroke="var(--bg)"
        strokeWidth={4}
        paintOrder="stroke"
      >
        {whole ?? said(shortened)}
      </text>
    </g>
  );
};
