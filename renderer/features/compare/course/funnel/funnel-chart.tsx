import type { FunnelStep } from '../../../../../api/compare-course.ts';
import { useMessages } from '../../../../i18n/messages.tsx';
import type { CourseSide } from '../course-sides.ts';
import { rateWords, stepName } from './step-words.ts';

interface FunnelChartProps {
  readonly sides: readonly CourseSide[];
  readonly levelName: string;
  readonly width: number;
  readonly height: number;
}

const LEFT = 104;
const TOP = 6;
const RATE_WIDTH = 168;
const COUNT_WIDTH = 52;
/** A count of leads that is there is seen. */
const LEAST_WIDTH = 1;

/** A bar a side for each step, as long as it has leads; unknown ones follow, dotted or hatched. The first step is common. */
export const FunnelChart = ({ sides, levelName, width, height }: FunnelChartProps) => {
  const messages = useMessages();
  const { t, format } = messages;
  const steps = sides[0]?.course.funnel ?? [];
  const most = Math.max(1, ...sides.flatMap(({ course }) => course.funnel.map(({ leads }) => leads)));
  const long = (leads: number) =>
    leads === 0 ? 0 : Math.max(LEAST_WIDTH, ((width - LEFT - RATE_WIDTH - COUNT_WIDTH) * leads) / most);
  // The first step has one bar, the others one a side.
  const unit = (height - TOP) / (steps.length * sides.length - 1);
  const bar = Math.min(28, Math.floor(unit * 0.72));
  return (
    <svg width={width} height={height} role="img" aria-label={t('compare-course.funnel')}>
      {steps.map((step, index) => {
        const isCommon = index === 0;
        const shown = isCommon ? sides.slice(0, 1) : sides;
        const top = TOP + (isCommon ? 0 : unit * (index * sides.length - 1));
        // In the middle of the gap above; that under the first step has one bar less.
        const rule = top - (index === 1 ? (unit - bar) / 2 : unit - bar - 1);
        return (
          <g key={step.step}>
            {!isCommon && <line x1={0} x2={width} y1={rule} y2={rule} stroke="var(--grid)" />}
            <text x={0} y={top + bar / 2 + 4} fill="var(--ink)">
              {stepName(step, levelName, messages)}
            </text>
            {shown.map(({ key, whose, isTold, course }, row) => {
              const own = course.funnel[index] ?? step;
              const y = top + row * (bar + 2);
              return (
                <g key={key} data-whose={isCommon ? 'baseline' : whose}>
                  <StepBar step={own} y={y} height={bar} long={long} isTold={isTold} />
                  <text
                    x={width - 4}
                    y={y + bar / 2 + 4}
                    textAnchor="end"
                    fill={isCommon ? 'var(--ink3)' : 'var(--ink2)'}
                  >
                    {isCommon ? t('compare-course.funnelRates') : rateWords(own, messages)}
                  </text>
                  <text x={LEFT + lengthOf(own, long) + 6} y={y + bar / 2 + 4} fill="var(--ink)" fontWeight={600}>
                    {format.count(own.leads)}
                  </text>
                </g>
              );
            })}
          </g>
        );
      })}
    </svg>
  );
};

const lengthOf = ({ leads, unobserved, immature }: FunnelStep, long: (leads: number) => number): number =>
  long(leads) + long(unobserved) + long(immature);

interface StepBarProps {
  readonly step: FunnelStep;
  readonly y: number;
  readonly height: number;
  readonly long: (leads: number) => number;
  readonly isTold: boolean;
}

const StepBar = ({ step, y, height, long, isTold }: StepBarProps) => {
  const known = long(step.leads);
  const never = long(step.unobserved);
  const early = long(step.immature);
  const box = { y: y + 0.5, height: Math.max(1, height - 1) };
  return (
    <>
      {known > 0 && (
        <rect
          x={LEFT}
          width={known}
          {...box}
          fill={isTold ? 'var(--bar-strong)' : 'var(--bar)'}
          {...(isTold ? {} : { stroke: 'var(--whose)', strokeDasharray: '4 3' })}
        />
      )}
      {never > 0 && <rect x={LEFT + known} width={never} {...box} fill="url(#hatch)" stroke="var(--ink3)" />}
      {early > 0 && <rect x={LEFT + known + never} width={early} {...box} fill="url(#dots)" stroke="var(--ink3)" />}
    </>
  );
};
