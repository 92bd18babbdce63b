/**
 * The arrows of docs/ARCHITECTURE.md, each with its reason. Parsed with swc: TypeScript 7 has no JavaScript API that
 * dependency-cruiser could use. Type-only imports count: an arrow is an arrow. test/guards plants one violation of each.
 */
import type { IConfiguration, IRegularForbiddenRuleType } from 'dependency-cruiser';
import { ROOMS } from './check/rooms.ts';

type Names = readonly string[];

const inRoom = (...rooms: Names): string => `^(${rooms.join('|')})/`;
const inPackage = (...names: Names): string => `node_modules/(${names.join('|')})/`;
const forbid = (
  name: string,
  comment: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
): IRegularForbiddenRuleType => ({ name, severity: 'error', comment, from, to });

/** `room` may import the rooms listed and itself; every other room is out of bounds. */
const rooms = (room: string, mayImport: Names, comment: string) =>
  forbid(
    `${room}-rooms`,
    comment,
    { path: inRoom(room) },
    {
      path: inRoom(...ROOMS.filter((other) => other !== room && !mayImport.includes(other))),
    },
  );

/** `room` may import the npm packages listed; every other package is out of bounds. */
const packages = (room: string, mayImport: Names, comment: string) =>
  forbid(
    `${room}-packages`,
    comment,
    { path: inRoom(room) },
    {
      path: 'node_modules/',
      ...(mayImport.length === 0
        ? {}
        : { pathNot: inPackage(...mayImport, ...mayImport.map((name) => `@types/${name}`)) }),
    },
  );

const noNode = (room: string, comment: string) =>
  forbid(`${room}-without-node`, comment, { path: inRoom(room) }, { dependencyTypes: ['core'] });

export default {
  forbidden: [
    rooms(
      'core',
      [],
      'The core is the domain alone. It knows no contract, no file, no screen, so that each of them can change without it.',
    ),
    packages(
      'core',
      ['zod', 'pure-rand', 'temporal-polyfill', 'disposable-email-domains-js'],
      'The core is pure and small: schemas, seeded randomness, time zones and a list of throw-away mail domains are all it may borrow.',
    ),
    noNode(
      'core',
      'The core does no input or output. `now` and `seed` are arguments, so the same input gives the same numbers everywhere.',
    ),

    rooms('api', ['core'], 'The contract speaks in the words of the core and knows nobody who fulfils or calls it.'),
    packages('api', ['zod'], 'The contract has schemas and types, no behaviour.'),
    noNode('api', 'The contract is read in the browser as well, where Node does not exist.'),

    rooms(
      'db',
      ['core'],
      'The workshop file stores the words of the core. It does not know who asks (services) or what is shown.',
    ),
    packages('db', ['better-sqlite3'], 'The database room holds SQL and nothing that a use case should decide.'),

    rooms(
      'services',
      ['core', 'api', 'db'],
      'A use case gathers, computes and stores. Shells and screens call it; it never calls them, so every shell can use it.',
    ),
    packages(
      'services',
      // Of the last three: workbooks are zips of XML; hucre writes them.
      ['zod', 'papaparse', 'temporal-polyfill', 'yauzl', 'saxes', 'hucre'],
      'Use cases run in Electron, behind the loopback server, in the command line and in tests: no screen or shell package.',
    ),
    forbid(
      'services-without-network',
      'How a request arrives is the business of a shell. A use case that knew HTTP could not run over IPC, and the app makes no network requests.',
      { path: inRoom('services', 'db') },
      { dependencyTypes: ['core'], path: '^(node:)?(http|https|http2|net|tls|dgram|dns)(/|$)' },
    ),

    rooms(
      'electron',
      ['core', 'api', 'db', 'services'],
      'The desktop shell is a composition root: it wires services and talks to screens only through the bridge.',
    ),
    packages(
      'electron',
      ['electron', 'zod'],
      'The desktop shell is thin: what needs a package belongs into a service.',
    ),

    rooms(
      'cli',
      ['core', 'api', 'db', 'services'],
      'The command line is the other composition root; it serves the built screens as files and never imports their sources.',
    ),
    packages(
      'cli',
      ['zod', 'temporal-polyfill'],
      'The command line is thin: what needs a package belongs into a service.',
    ),

    rooms(
      'renderer',
      ['core', 'api'],
      'Screens run in a browser and reach the app only through the contract: never the file, a use case or a shell.',
    ),
    packages(
      'renderer',
      [
        'react',
        'react-dom',
        'react-intl',
        // Tables saved as CSV: quoting and formulas are the library's business.
        'papaparse',
        // Rules dragged into another group: pointer, scrolling and collisions on every platform.
        '@dnd-kit',
        '@mantine',
        '@tanstack',
        '@fontsource-variable',
        'recharts',
        'zustand',
        'zod',
        'vite',
      ],
      'Screens use React and its kind. Each package here is loaded at every start, so a new one is a decision.',
    ),
    noNode('renderer', 'Screens run sandboxed, without Node.'),

    rooms(
      'build',
      [],
      'Build scripts pack and check the app from outside; were they to import it, a broken app could not be checked.',
    ),
    forbid(
      'nobody-imports-test',
      'Tests look at the app; the app must not lean on them.',
      { pathNot: inRoom('test') },
      { path: inRoom('test') },
    ),
    forbid(
      'nobody-imports-build',
      'Build scripts are not shipped, so what runs must not need them. Only their own tests import them.',
      { pathNot: inRoom('build', 'test') },
      { path: inRoom('build') },
    ),
    forbid(
      'sqlite-in-db-only',
      'One room knows SQL and how the file is opened; tests may look into a file with it.',
      { pathNot: inRoom('db', 'test') },
      { path: inPackage('better-sqlite3', '@types/better-sqlite3') },
    ),
    forbid(
      'electron-in-electron-only',
      'Everything else has to run without Electron: in a browser, in the command line and in tests.',
      { pathNot: inRoom('electron', 'test') },
      { path: inPackage('electron') },
    ),
    forbid(
      'reference-engine-stands-alone',
      'The two engines check each other. Code that both use would hide its own mistakes; only the shape of the result is shared.',
      { path: '^core/reference/' },
      { path: '^core/(replay|conditions)/', pathNot: '^core/replay/(replay-result|ledger)\\.ts$' },
    ),
    forbid(
      'columnar-engine-stands-alone',
      'The slow engine is for tests: the app that used it would freeze on a real history.',
      { pathNot: ['^core/reference/', '^test/'] },
      { path: '^core/reference/' },
    ),
    forbid(
      'statistics-know-counts',
      'A formula over counts can be held against a published figure and be used for any of them; one that knows leads or rules cannot.',
      { path: '^core/statistics/' },
      { path: '^core/', pathNot: '^core/(statistics/|at\\.ts$)' },
    ),
    forbid(
      'no-cycles',
      'Of two files in a cycle neither can be read, tested or moved without the other.',
      {},
      { circular: true },
    ),
    forbid(
      'no-orphans',
      'A file that nothing imports is dead, unless it is started from outside.',
      {
        orphan: true,
        path: inRoom('core', 'api', 'db', 'services', 'electron', 'cli', 'renderer'),
        pathNot: '\\.d\\.ts$',
      },
      {},
    ),
    forbid(
      'resolvable',
      'An import that leads nowhere breaks at run time at the latest.',
      {},
      { couldNotResolve: true, pathNot: '\\?(worker|url|raw|inline)$' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|out|release)/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
} satisfies IConfiguration;
