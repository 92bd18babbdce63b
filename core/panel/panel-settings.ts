import type { ReplayOptions } from '../replay/replay-result.ts';
import type { LeftOut } from './known-attributes.ts';

/** How a panel was drawn: what its results are read by later. */
export interface PanelSettings {
  /** Id, name and threshold of the level that the leads were judged for, as the scenario had it then. */
  readonly level: string;
  readonly levelName: string;
  readonly threshold: number;
  readonly options: ReplayOptions;
  readonly leftOut: readonly LeftOut[];
}
