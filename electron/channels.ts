/** The channels between the window and the app: calls, events, and files that were dropped on the page. */
export const CALL_CHANNEL = 'accord:call';
export const EVENT_CHANNEL = 'accord:event';
export const DROP_CHANNEL = 'accord:drop';
