/** A worker as it is shipped: the bench times what users run, not sources whose types are still to be stripped. */
export const builtWorker = (name: 'replay-worker' | 'import-worker'): URL =>
  new URL(`../../dist/electron/${name}.js`, import.meta.url);
