import { type KeyboardEvent, useState } from 'react';

export interface RovingLink {
  readonly tabIndex: number;
  readonly onFocus: () => void;
}

/** Rows of links that are one stop for Tab: arrows, Home and End walk from link to link. `rows`: how many there are. */
export const useRovingRows = (rows: number) => {
  const [at, setAt] = useState(0);
  // A list that became shorter must still be reached.
  const stop = Math.min(at, rows - 1);
  return {
    /** For what is around the rows. */
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const links = [...event.currentTarget.querySelectorAll('a')];
      const here = event.target instanceof HTMLAnchorElement ? links.indexOf(event.target) : -1;
      const next = here === -1 ? null : placeAfter(event.key, here, links.length);
      if (next === null) return;
      event.preventDefault();
      links[next]?.focus();
    },
    /** For the link of a row. */
    link: (row: number): RovingLink => ({ tabIndex: row === stop ? 0 : -1, onFocus: () => setAt(row) }),
  };
};

/** Null: the key is another's. */
function placeAfter(key: string, here: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(here + 1, count - 1);
    case 'ArrowUp':
      return Math.max(here - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
