/** The compiled preload wrapped so that it runs before the page with an `electron` of its own, as a sandboxed preload does. */
export const preloadScript = (compiled: string): string => `(() => {
  const invoke = globalThis.__fakeInvoke;
  delete globalThis.__fakeInvoke;
  const listeners = new Map();
  globalThis.__fakeEmit = (channel, args) => {
    for (const listener of listeners.get(channel) ?? []) listener({ sender: null }, ...structuredClone(args));
  };
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name, api) => Object.defineProperty(globalThis, name, { value: Object.freeze(api) }),
    },
    ipcRenderer: {
      invoke: async (channel, ...args) => {
        const answer = await invoke(channel, structuredClone(args));
        if (answer.error !== undefined) throw new Error("Error invoking remote method '" + channel + "': " + answer.error);
        return answer.value;
      },
      on: (channel, listener) => void listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
      removeListener: (channel, listener) =>
        void listeners.set(channel, (listeners.get(channel) ?? []).filter((other) => other !== listener)),
    },
  };
  // As in Electron, a File that a script made has no path; tests say which of them lie on the disk, by their names.
  electron.webUtils = {
    getPathForFile: (file) => {
      if (!(file instanceof File)) throw new TypeError('not a File');
      return globalThis.__fakePathByName?.[file.name] ?? '';
    },
  };
  const require = (name) => {
    if (name === 'electron') return electron;
    throw new Error('module not found: ' + name);
  };
  ((require, module, exports) => {${compiled}
  })(require, { exports: {} }, {});
})();`;
