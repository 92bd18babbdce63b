/** What the app under test has asked of Electron, and what the test answers in a user's place. */
export interface FakeDialogAnswer {
  readonly canceled?: boolean;
  readonly filePaths?: readonly string[];
  readonly filePath?: string;
  readonly response?: number;
}

export interface MenuItem {
  readonly id?: string;
  readonly role?: string;
  readonly label?: string;
  readonly click?: () => void;
  readonly submenu?: readonly MenuItem[];
}

type Invoke = (event: unknown, ...args: readonly unknown[]) => unknown;

export interface FakeRecord {
  /** In the order of the calls, as `enableSandbox`. */
  readonly calls: string[];
  readonly schemes: unknown[];
  readonly handlerByChannel: Map<string, Invoke>;
  readonly protocolByScheme: Map<string, (request: Request) => Promise<Response>>;
  readonly permissions: {
    request?: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void;
    check?: (contents: unknown, permission: string) => boolean;
    device?: (details: { readonly deviceType: string }) => boolean;
  };
  /** Answered first in, first out; without one a dialog counts as cancelled. */
  readonly dialogAnswers: FakeDialogAnswer[];
  readonly dialogs: unknown[];
  readonly openedExternally: string[];
  readonly blockedRequests: string[];
  menu: readonly MenuItem[];
  readonly paths: Record<string, string>;
}

export const record: FakeRecord = {
  calls: [],
  schemes: [],
  handlerByChannel: new Map(),
  protocolByScheme: new Map(),
  permissions: {},
  dialogAnswers: [],
  dialogs: [],
  openedExternally: [],
  blockedRequests: [],
  menu: [],
  paths: {},
};

/** As before the first start; the paths stay. */
export function resetRecord(): void {
  for (const list of [
    record.calls,
    record.schemes,
    record.dialogAnswers,
    record.dialogs,
    record.openedExternally,
    record.blockedRequests,
  ])
    list.length = 0;
  record.handlerByChannel.clear();
  record.protocolByScheme.clear();
  record.menu = [];
}
