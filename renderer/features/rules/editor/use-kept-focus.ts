import { type FocusEvent, useLayoutEffect, useRef } from 'react';

const STOPS = 'a[href], button, input, select, textarea, [tabindex]';

/**
 * Where the focused control goes away (a condition is removed, another id is given), the keyboard stays at the same place
 * of the panel instead of falling out of it.
 */
export const useKeptFocus = () => {
  const panel = useRef<HTMLDivElement>(null);
  const place = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (place.current === null || document.activeElement !== document.body) return;
    stopsOf(panel.current)[place.current]?.focus();
  });
  return {
    ref: panel,
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      place.current = stopsOf(panel.current).indexOf(target);
    },
    // Nothing is told of a control that goes away with the focus: whatever is told is a leave on purpose.
    onBlur: ({ relatedTarget }: FocusEvent<HTMLElement>) => {
      if (relatedTarget === null || panel.current?.contains(relatedTarget) !== true) place.current = null;
    },
  };
};

const stopsOf = (panel: HTMLElement | null): readonly HTMLElement[] =>
  [...(panel?.querySelectorAll<HTMLElement>(STOPS) ?? [])].filter(
    (stop) => stop.tabIndex >= 0 && !stop.matches(':disabled') && stop.getClientRects().length > 0,
  );
