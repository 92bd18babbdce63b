/**
 * Imported first by every script that somebody may start by hand: an older Node cannot read what follows (TypeScript,
 * the SQLite binding), and would stop with a crash instead of a sentence. npm scripts find Node 24 by themselves.
 */
const NEEDED = 24;
const present = Number(process.versions.node.split('.')[0]);

if (present < NEEDED) {
  console.error(
    `Accord needs Node ${NEEDED}, and this is Node ${process.versions.node}. Run it as an npm script (npm start, npm test, npm run -s accord -- …): npm ci brings Node ${NEEDED} along.`,
  );
  process.exit(1);
}
