import { useEffect } from 'react';
import type { Team } from '../../../api/core-types.ts';
import { isTyping } from '../use-shortcuts.ts';
import { teamOfKey } from './next-speaker.ts';

/** Alt with M or S calls up a team, wherever the focus is but in a field that is being typed in. */
export const useSpeakKeys = (onTeam: (team: Team) => Promise<void>): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const team = teamOfKey(event);
      if (team === null || isTyping(event.target)) return;
      event.preventDefault();
      void onTeam(team);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onTeam]);
};
