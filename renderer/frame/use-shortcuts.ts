import { useEffect } from 'react';
import type { Command } from '../stores/app-stores.ts';

/** Ctrl or ⌘ with Z and Shift+Z (or Y). A text field keeps its own undo while something is being typed in it. */
export const useShortcuts = (onCommand: (command: Command) => void): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const command = key === 'z' ? (event.shiftKey ? 'redo' : 'undo') : key === 'y' ? 'redo' : null;
      if (command === null) return;
      event.preventDefault();
      onCommand(command);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onCommand]);
};

/** In a text field that has been typed in, or is there to be typed in. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, input:not([type=range], [type=checkbox], [data-unedited])'));
