/** The look of a ballot's page: Accord's, in light and dark, with whatever type the machine has. */
export const BALLOT_STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1b1b1f, #ececf0); --soft: light-dark(#5b5b66, #a8a8b3);
  --line: light-dark(#d9d9df, #3a3a42); --paper: light-dark(#ffffff, #17171a); --raised: light-dark(#f4f4f6, #222226); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 Inter, system-ui, sans-serif;
  font-variant-numeric: tabular-nums; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.25rem; margin: 0 0 .25rem; } h2 { font-size: 1rem; margin: 0 0 .5rem; }
p { margin: 0 0 .75rem; } .soft, .missing { color: var(--soft); }
.head { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; }
progress { width: 100%; height: .5rem; accent-color: var(--ink); }
.card { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; border: 1px solid var(--line); padding: 1rem 1.25rem;
  margin: .75rem 0 1rem; min-height: 16rem; }
@media (max-width: 40rem) { .card { grid-template-columns: 1fr; } }
dl { display: grid; grid-template-columns: auto 1fr; gap: .125rem 1rem; margin: 0; } dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; } ul { margin: 0; padding-left: 1.1rem; }
.row { display: flex; align-items: center; flex-wrap: wrap; gap: .5rem; margin: 0 0 .75rem; }
button { font: inherit; color: inherit; background: var(--raised); border: 1px solid var(--line); border-radius: 4px;
  padding: .375rem .875rem; cursor: pointer; }
button[aria-pressed=true] { background: var(--ink); color: var(--paper); border-color: var(--ink); }
button:disabled { opacity: .5; cursor: default; } :focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
.verdicts button { font-weight: 600; min-width: 7rem; }
textarea { width: 100%; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); padding: .5rem; }
kbd { font: inherit; color: inherit; opacity: .7; margin-left: .375rem; }
`;
