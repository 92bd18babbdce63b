import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { closeBrowser } from './fake-browser.ts';
import { record } from './record.ts';

class FakeApp extends EventEmitter {
  #ended = Promise.withResolvers<void>();

  /** Resolves when the app has quit: in Electron the process would have ended. */
  ended(): Promise<void> {
    return this.#ended.promise;
  }
  /** For the next start in this process. */
  reset(): void {
    this.removeAllListeners();
    this.#ended = Promise.withResolvers<void>();
  }
  enableSandbox(): void {
    record.calls.push('enableSandbox');
  }
  requestSingleInstanceLock(): boolean {
    record.calls.push('requestSingleInstanceLock');
    return true;
  }
  async whenReady(): Promise<void> {
    record.calls.push('whenReady');
  }
  getPath(name: string): string {
    return record.paths[name] ?? tmpdir();
  }
  quit(): void {
    let isPrevented = false;
    this.emit('will-quit', {
      preventDefault: () => {
        isPrevented = true;
      },
    });
    if (!isPrevented) void closeBrowser().then(() => this.#ended.resolve());
  }
}

export const app = new FakeApp();
