import { contractSuite } from './contract-suite.ts';
import { startLoopback } from './loopback-transport.ts';

contractSuite('loopback HTTP', startLoopback);
