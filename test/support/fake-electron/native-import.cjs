/** Imports by Node itself, past vitest's transforms: the built files are tested as they are, and share one fake module. */
exports.nativeImport = (url) => import(url);
