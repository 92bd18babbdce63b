import type { Bridge } from '../../api/bridge.ts';
import { createBrowserBridge } from './browser-bridge.ts';

declare global {
  interface Window {
    /** Put there by the desktop's preload script; absent in a browser. */
    readonly accord?: Bridge<File>;
  }
}

export const chooseBridge = (): Bridge<File> => window.accord ?? createBrowserBridge();
