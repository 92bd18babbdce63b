#!/usr/bin/env node
/** Plain JavaScript, so that an older Node says what it lacks instead of crashing on the TypeScript that follows. */
const NEEDED = 24;

if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  console.error(
    `accord needs Node ${NEEDED}, and this is Node ${process.versions.node}: run it as npm run -s accord -- …`,
  );
  process.exitCode = 2;
} else {
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
}
