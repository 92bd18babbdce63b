import { createStore, type StoreApi } from 'zustand/vanilla';

/** In the order of the workshop; a screen appears here once it exists. The timeline is about all of them: the menu leads there. */
export const SCREENS = [
  'history',
  'profile',
  'rules',
  'what-if',
  'compare',
  'panel',
  'agreement',
  'review',
  'leads',
  'timeline',
] as const;
export type ScreenName = (typeof SCREENS)[number];

export interface Route {
  readonly screen: ScreenName;
  /** What of the screen: a lead's id, a rule's id. */
  readonly detail: string | null;
}

export interface RouteState extends Route {
  readonly follow: (hash: string) => void;
}

export type RouteStore = StoreApi<RouteState>;

export const createRouteStore = (hash: string): RouteStore =>
  createStore<RouteState>((set) => ({ ...routeOf(hash), follow: (next) => set(routeOf(next)) }));

/** "#leads/L%2012" → the screen Leads, lead "L 12". Anything unknown is the What-if. */
const routeOf = (hash: string): Route => {
  const [name = '', ...rest] = hash.replace(/^#/u, '').split('/');
  const screen = SCREENS.find((known) => known === name);
  if (screen === undefined) return { screen: 'what-if', detail: null };
  return { screen, detail: rest.length === 0 || rest[0] === '' ? null : decoded(rest.join('/')) };
};

export const hashOf = (screen: ScreenName, detail: string | null = null): string =>
  detail === null ? `#${screen}` : `#${screen}/${encodeURIComponent(detail)}`;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
