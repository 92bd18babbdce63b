import { instantText } from '../../../../core/time/instant.ts';
import { requireZone } from '../../../../core/time/zone.ts';

/** The day that an instant falls on in the zone: 2025-01-31. */
export const dayText = (atMs: number, timeZone: string): string =>
  instantText(atMs + requireZone(timeZone).offsetMsAt(atMs)).slice(0, 10);
