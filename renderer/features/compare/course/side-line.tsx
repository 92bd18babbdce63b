import { SideKey } from '../side-mark/side-dot.tsx';
import type { CourseSide } from './course-sides.ts';

/** The look of a side's lines wherever they are drawn: solid for what is told, dashed for what it is told against. */
export const lineOf = ({ isTold }: Pick<CourseSide, 'isTold'>) => ({
  fill: 'none',
  stroke: 'var(--whose)',
  strokeWidth: 2,
  ...(isTold ? {} : { strokeDasharray: '5 4' }),
});

/** Entries of a legend: both sides by name, in their hue and with their mark. */
export const sideLegend = (sides: readonly Pick<CourseSide, 'name' | 'whose' | 'mark' | 'isTold'>[]) =>
  sides.map((side) => ({ mark: <SideKey side={side} isDashed={!side.isTold} />, label: side.name }));
