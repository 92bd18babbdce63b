import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { AttributeProfile } from '../../../../api/profile.ts';
import { DAY_MS } from '../../../../core/history/history.ts';
import { roundInstant } from '../../../../core/profile/round-cut.ts';
import { STEPS_BY_KEY } from '../../../charts/handle-steps.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { useProfile, useWorkshop } from '../../../stores/use-stores.tsx';
import { draggedTo, keptApart, roomOf, stepOf } from '../model/cut-edits.ts';
import type { ChartFrame } from './level-chart.tsx';

interface CutHandleProps {
  readonly profile: AttributeProfile;
  readonly cuts: readonly number[];
  readonly index: number;
  /** The cut in words, under its line. */
  readonly words: string;
  readonly frame: ChartFrame;
  /** In which of two lines its words stand, where one is too narrow. */
  readonly row: number;
}

interface Drag {
  readonly fromX: number;
  readonly toX: number;
  readonly cuts: readonly number[];
}

/** Dragged within the two bands it parts, or moved by arrows and Page; Backspace takes all cuts back to the proposed, Delete takes this one away. */
export const CutHandle = ({ profile, cuts, index, words, frame, row }: CutHandleProps) => {
  const { t } = useMessages();
  const cut = useProfile((state) => state.cut);
  const timeZone = useWorkshop((state) => state.workshop?.open?.timeZone ?? 'UTC');
  const [drag, setDrag] = useState<Drag | null>(null);
  const { attribute, kind } = profile;
  const at = cuts[index] ?? 0;
  const isDate = kind === 'date';
  const step = isDate ? Math.max(DAY_MS, stepOf(cuts, index)) : stepOf(cuts, index);
  const moved = (from: readonly number[], wanted: number): readonly number[] => {
    const half = DAY_MS / 2;
    const place = isDate ? roundInstant({ low: wanted - half, high: wanted + half, wanted }, timeZone) : wanted;
    return from.with(index, place);
  };
  const press = (event: KeyboardEvent<SVGGElement>): void => {
    const steps = STEPS_BY_KEY[event.key];
    if (steps === undefined && event.key !== 'Backspace' && event.key !== 'Delete') return;
    event.preventDefault();
    event.stopPropagation();
    if (steps !== undefined) cut(attribute, moved(cuts, keptApart(cuts, index, at + steps * step, step)));
    else cut(attribute, event.key === 'Backspace' ? null : cuts.toSpliced(index, 1));
  };
  const follow = (event: PointerEvent<SVGGElement>): void => {
    if (drag === null || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const share = Math.max(-1, Math.min(1, (event.clientX - drag.fromX) / frame.slot));
    setDrag({ ...drag, toX: drag.fromX + share * frame.slot });
    const wanted = draggedTo(drag.cuts, index, share, step);
    const next = moved(drag.cuts, keptApart(drag.cuts, index, wanted, step));
    if (next[index] !== at) cut(attribute, next);
  };
  const [low, high] = roomOf(drag?.cuts ?? cuts, index);
  const x = frame.left + frame.slot * (index + 1) + (drag === null ? 0 : drag.toX - drag.fromX);
  return (
    <g
      className="cut-handle"
      role="slider"
      tabIndex={0}
      aria-label={t('profile.cuts.handle', { number: index + 1, attribute })}
      aria-valuemin={low}
      aria-valuemax={high}
      aria-valuenow={at}
      aria-valuetext={words}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ fromX: event.clientX, toX: event.clientX, cuts });
      }}
      onPointerMove={follow}
      onPointerUp={() => setDrag(null)}
      onPointerCancel={() => setDrag(null)}
      onKeyDown={press}
    >
      <rect x={x - 8} y={frame.top} width={16} height={frame.bottom - frame.top + 4} fill="transparent" />
      <line x1={x} x2={x} y1={frame.top} y2={frame.bottom + 4} stroke="var(--ink3)" strokeWidth={1} />
      <rect className="cut-grip" x={x - 3} y={frame.bottom - 10} width={6} height={14} rx={2} fill="var(--ink)" />
      <text x={x} y={frame.bottom + 17 + row * 14} textAnchor="middle" fill="var(--ink2)">
        {words}
      </text>
    </g>
  );
};
