import type { SweptLine } from '../../../../../api/compare-line.ts';
import { useMessages } from '../../../../i18n/messages.tsx';
import type { SweepScales } from './sweep-scales.ts';

/** The best threshold and those as good, as a bracket between the zones: it speaks of both. */
export const BestBracket = ({ line, scales }: { readonly line: SweptLine; readonly scales: SweepScales }) => {
  const { t, format } = useMessages();
  const { best } = line;
  const { rates, x, left, right } = scales;
  if (best === null || rates === null) return null;
  const y = rates.floor - 5;
  const [from, to] = [x(best.plateau.from), x(best.plateau.to)];
  const words = t('compare-line.asGood', {
    from: format.points(best.plateau.from),
    to: format.points(best.plateau.to),
  });
  const room = words.length * 6.6;
  const middle = Math.max(left + room / 2, Math.min((from + to) / 2, right - room / 2));
  return (
    <g pointerEvents="none">
      <path
        d={`M${from} ${y - 4}V${y + 4}M${from} ${y}H${to}M${to} ${y - 4}V${y + 4}`}
        stroke="var(--ink2)"
        fill="none"
      />
      <circle cx={x(best.threshold)} cy={y} r={3.5} fill="var(--ink)" />
      <text x={middle} y={y - 8} textAnchor="middle" fill="var(--ink2)" className="line-halo">
        {words}
      </text>
    </g>
  );
};
