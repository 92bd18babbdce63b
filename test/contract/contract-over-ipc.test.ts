import { contractSuite } from './contract-suite.ts';
import { startIpc } from './ipc-transport.ts';

contractSuite('IPC', startIpc);
