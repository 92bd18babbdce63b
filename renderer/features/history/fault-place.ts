/** Where on the page of a file something is said: the foot leads there. */
import type { FileFault } from './file-faults.ts';

export type FaultPlace = 'columns' | 'lead' | 'type' | 'stages' | 'reading' | `form ${string}`;

export const placeOf = (fault: FileFault): FaultPlace => {
  switch (fault.kind) {
    case 'leadBy':
      return 'lead';
    case 'type':
      return 'type';
    case 'stages':
      return 'stages';
    case 'refused':
    case 'reading':
      return 'reading';
    case 'dateForm':
    case 'numberForm':
      return `form ${fault.column}`;
    default:
      return 'columns';
  }
};

/** What marks an element as the place; its first control takes the focus. */
export const faultPlace = (place: FaultPlace) => ({ 'data-place': place });

/** Once the page of the file is there. */
export const goToPlace = (place: FaultPlace): void => {
  requestAnimationFrame(() => {
    const found = [...document.querySelectorAll<HTMLElement>('[data-place]')].find(
      (element) => element.dataset['place'] === place,
    );
    found?.scrollIntoView({ block: 'center' });
    found?.querySelector<HTMLElement>('select, input, button')?.focus({ preventScroll: true });
  });
};
