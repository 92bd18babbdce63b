/** A history packed on two threads, or on one where there is no other. */
import { oneAlone, type PackCrew } from '../../../core/replay/packed/pack-history.ts';
import { placeLeads } from '../../../core/replay/packed/placed-leads.ts';
import { stageLeads } from '../../../core/replay/packed/staged-leads.ts';
import { sharedInt32 } from '../../../core/replay/shared-columns.ts';
import type { SecondThread } from './second-thread.ts';

/** `onBlock` hears how many leads have been taken. */
export function packCrew(second: SecondThread | null, onBlock?: (taken: number) => void): PackCrew {
  if (second === null) return oneAlone(onBlock);
  return {
    stage: (task) => {
      const helped = second.post({ kind: 'stage', task });
      const own = stageLeads(task, 0, onBlock);
      switch (helped.end()) {
        case 'not begun':
          return [own];
        case 'done':
          return [own, helped.answer()];
        case 'lost':
          return [stageLeads({ ...task, next: sharedInt32(1) }, 0, onBlock)];
      }
    },
    place: (task) => {
      const helped = second.post({ kind: 'place', task });
      placeLeads(task);
      // What a lost thread has taken is placed once more; a place comes out the same whoever fills it.
      if (helped.end() === 'lost') placeLeads({ ...task, next: sharedInt32(1) });
    },
  };
}
