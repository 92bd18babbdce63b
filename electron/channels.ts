/** The two channels between the window and the app. */
export const CALL_CHANNEL = 'accord:call';
export const EVENT_CHANNEL = 'accord:event';
