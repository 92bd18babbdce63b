import type { FrameView } from '../view.ts';

export interface SweepChartProps {
  readonly view: FrameView;
  /** Where the lever stands: ahead of the frame while it is dragged. The sweep can be read anywhere at once. */
  readonly threshold: number;
  readonly onMove: (threshold: number) => void;
  readonly onBack: () => void;
  readonly onBegin: () => void;
  readonly width: number;
  readonly height: number;
}
