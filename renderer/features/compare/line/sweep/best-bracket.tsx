import type { SweptLine } from '../../../../../api/compare-line.ts';
import { useMessages } from '../../../../i18n/messages.tsx';
import type { SweepScales } from './sweep-scales.ts';

/** The best threshold and those as good, as a bracket between the zones: it speaks of both. */
export const BestBracket = ({ line, scales }: { readonly line: SweptLine; readonly scales: SweepScales }) => {
  const { t, format } = useMessages();
  const { best } = line;
  const { rates, x, right } = scales;
  if (best === null || rates === null) return null;
  const y = rates.floor - 5;
  const [from, to] = [x(best.plateau.from), x(best.plateau.to)];
  const words = t('compare-line.asGood', {
    from: format.points(best.plateau.from),
    to: format.points(best.plateau.to),
    isOne: best.plateau.from === best.plateau.to ? 'yes' : 'no',
  });
  const fitsRight = to + words.length * 6.6 + 8 < right;
  return (
    <g pointerEvents="none">
      <path
        d={`M${from} ${y - 4}V${y + 4}M${from} ${y}H${to}M${to} ${y - 4}V${y + 4}`}
        stroke="var(--ink2)"
        fill="none"
      />
      <circle cx={x(best.threshold)} cy={y} r={3.5} fill="var(--ink)" />
      <text x={fitsRight ? to + 8 : from - 8} y={y + 4} textAnchor={fitsRight ? 'start' : 'end'} fill="var(--ink2)">
        {words}
      </text>
    </g>
  );
};
