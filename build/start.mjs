/** `npm start`: the app with a demo workshop, in an Electron window where that is possible, otherwise in the browser. */
import './require-node.mjs';

const { startApp } = await import('./start/start-app.ts');
process.exitCode = await startApp();
