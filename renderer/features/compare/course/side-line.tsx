import { LineKey } from '../../../components/marks.tsx';
import type { CourseSide } from './course-sides.ts';

/** The look of a side's lines wherever they are drawn: solid for what is told, dashed for what it is told against. */
export const lineOf = ({ isTold }: Pick<CourseSide, 'isTold'>) => ({
  fill: 'none',
  stroke: 'var(--whose)',
  strokeWidth: 2,
  ...(isTold ? {} : { strokeDasharray: '5 4' }),
});

/** Entries of a legend: both sides by name, in their hue. */
export const sideLegend = (sides: readonly Pick<CourseSide, 'name' | 'whose' | 'isTold'>[]) =>
  sides.map(({ name, whose, isTold }) => ({
    mark: (
      <span className="course-key" data-whose={whose}>
        {isTold ? <LineKey /> : <DashedKey />}
      </span>
    ),
    label: name,
  }));

const DashedKey = () => (
  <svg width="18" height="8" aria-hidden="true">
    <line x1="0" x2="18" y1="4" y2="4" stroke="var(--whose)" strokeWidth="2" strokeDasharray="4 3" />
  </svg>
);
