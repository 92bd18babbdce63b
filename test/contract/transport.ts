/** The two ways in which a page reaches the app, alike for the suite: both are driven from a page in real Chromium. */
import type { Page } from 'playwright-core';
import type { AppEvent, PickedFile, PickPurpose } from '../../api/bridge.ts';
import type { Method, Outputs } from '../../api/contract.ts';
import type { Reply } from '../../api/reply.ts';

export interface Transport {
  readonly call: <M extends Method>(method: M, input: unknown) => Promise<Reply<Outputs[M]>>;
  /** For names that the contract lacks. */
  readonly callAny: (method: string, input: unknown) => Promise<Reply<unknown>>;
  readonly pickNewWorkshop: (name: string) => Promise<PickedFile>;
  /** What the user would choose in a dialog, or upload. */
  readonly choose: (purpose: PickPurpose, paths: readonly string[]) => Promise<readonly PickedFile[]>;
  /** All events since the start. */
  readonly events: () => Promise<readonly AppEvent[]>;
  readonly stop: () => Promise<void>;
}

export interface TransportFolders {
  readonly settingsFolder: string;
  /** Where new workshops are made. */
  readonly workshopsFolder: string;
}

export type StartTransport = (folders: TransportFolders) => Promise<Transport>;

/** What a transport gives beside the calls themselves, which are evaluated in its page. */
export const callsOf = (
  evaluateCall: (method: string, input: unknown) => Promise<Reply<unknown>>,
): Pick<Transport, 'call' | 'callAny'> => ({
  callAny: evaluateCall,
  call: <M extends Method>(method: M, input: unknown) => evaluateCall(method, input) as Promise<Reply<Outputs[M]>>,
});

/** Events as the page has heard them; `collectEvents` of the transport puts them there. */
export const heardEvents = (page: Page) => (): Promise<readonly AppEvent[]> =>
  page.evaluate(() => Reflect.get(window, '__heard') as readonly AppEvent[]);
