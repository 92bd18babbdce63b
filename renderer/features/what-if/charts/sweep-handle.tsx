import type { KeyboardEvent, PointerEvent } from 'react';
import type { SweepPoint } from '../../../../api/frame.ts';
import { STEPS_BY_KEY } from '../../../charts/handle-steps.ts';
import type { PlotArea } from '../../../charts/plot/scale.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { drawnRate } from '../view.ts';
import type { SweepChartProps } from './sweep-chart-props.ts';

interface SweepHandleProps extends SweepChartProps {
  readonly at: number;
  readonly ends: readonly [number, number];
  readonly area: PlotArea;
  readonly point: SweepPoint | undefined;
}

/** The line of the level: dragged anywhere within 8 px of it, or moved by arrows, Page, Home, End; Backspace takes it back. */
export const SweepHandle = ({ view, threshold, onMove, onBack, onBegin, at, ends, area, point }: SweepHandleProps) => {
  const { t, format } = useMessages();
  const { sweep } = view.pair.scenario;
  const lowest = sweep[0]?.threshold ?? threshold;
  const highest = sweep.at(-1)?.threshold ?? threshold;
  const span = highest - lowest;
  const step = span > 20 ? Math.max(1, Math.round(span / 250)) : 0.1;
  const move = (wanted: number) => {
    const next = Math.min(highest, Math.max(lowest, Math.round(Math.round(wanted / step) * step * 100) / 100));
    if (next !== threshold) onMove(next);
  };
  const press = (event: KeyboardEvent<SVGGElement>) => {
    const steps = STEPS_BY_KEY[event.key];
    const jump = event.key === 'Home' ? lowest : event.key === 'End' ? highest : null;
    if (steps === undefined && jump === null && event.key !== 'Backspace') return;
    event.preventDefault();
    event.stopPropagation();
    if (steps !== undefined) move(threshold + steps * step);
    else if (jump !== null) move(jump);
    else onBack();
  };
  const follow = (event: PointerEvent<SVGGElement>) => {
    const left = event.currentTarget.ownerSVGElement?.getBoundingClientRect().left;
    if (left === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    move(ends[0] + ((event.clientX - left - area.left) / (area.right - area.left)) * (ends[1] - ends[0]));
  };
  const label = t('what-if.levelAt', { level: view.levelName, threshold: format.points(threshold) });
  const flag = Math.max(64, label.length * 7 + 14);
  const flagAt = Math.min(at - 4, area.right + 36 - flag);
  const rate = drawnRate(point);
  return (
    <g
      className="sweep-handle"
      role="slider"
      tabIndex={0}
      aria-label={t('what-if.handle', { level: view.levelName })}
      aria-valuemin={lowest}
      aria-valuemax={highest}
      aria-valuenow={threshold}
      aria-valuetext={t('what-if.handleValue', {
        threshold: format.points(threshold),
        rate: rate === null ? t('what-if.rateUnknown') : format.rate(rate, point?.interval ?? null),
        weekly: format.decimal(point?.perWeek ?? 0),
      })}
      onFocus={onBegin}
      onPointerDown={(event) => {
        onBegin();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={follow}
      onKeyDown={press}
    >
      <rect x={at - 8} width={16} y={area.top} height={area.bottom - area.top} fill="transparent" />
      <line x1={at} x2={at} y1={area.top - 4} y2={area.bottom} stroke="var(--ink)" strokeWidth={2} />
      <rect className="sweep-flag" x={flagAt} y={area.top - 24} width={flag} height={20} rx={3} fill="var(--ink)" />
      <text x={flagAt + flag / 2} y={area.top - 10} textAnchor="middle" fill="var(--bg)" fontWeight={600}>
        {label}
      </text>
    </g>
  );
};
