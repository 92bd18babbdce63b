/** The folders that hold code, as in docs/ARCHITECTURE.md. */
export const ROOMS = ['core', 'api', 'db', 'services', 'electron', 'cli', 'renderer', 'test', 'build'] as const;
