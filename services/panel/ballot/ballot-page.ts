/** A ballot: one self-contained page that asks nobody for anything. */
import { createHash } from 'node:crypto';
import type { PanelCardLead } from '../../../core/panel/panel-outcome.ts';
import { REASON_KINDS, VERDICTS } from '../../../core/panel/verdict.ts';
import type { Team } from '../../../core/seat.ts';
import { BALLOT_SCRIPT } from './ballot-script.ts';
import { BALLOT_STYLE } from './ballot-style.ts';
import { actLine, ageLine, BALLOT_WORDS, plainWords, REASON_NAMES, TEAM_NAMES, VERDICT_NAMES } from './ballot-words.ts';

export interface BallotCard {
  readonly card: number;
  readonly age: string;
  /** Name and cell; null where it is missing. */
  readonly facts: readonly (readonly [string, string | null])[];
  readonly acts: readonly string[];
}

export interface BallotContent {
  readonly nonce: string;
  readonly secret: string;
  readonly panelName: string;
  readonly team: Team;
  readonly person: string;
  readonly answersName: string;
  readonly cards: readonly BallotCard[];
}

export const ballotCards = (cards: readonly PanelCardLead[]): readonly BallotCard[] =>
  cards.map(({ position, facts }) => ({
    card: position,
    age: ageLine(facts),
    facts: facts.attributes.map(({ attribute, cell }) => [plainWords(attribute), cell] as const),
    acts: facts.acts.map(actLine),
  }));

/** Its own policy lets nothing in and nothing out: one script and one style, both by hash. */
export function ballotPage({ panelName, team, person, ...content }: BallotContent): string {
  const data = JSON.stringify({ ...content, words: BALLOT_WORDS }).replaceAll('<', '\\u003c');
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(BALLOT_SCRIPT)}'`,
    `style-src '${hashOf(BALLOT_STYLE)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const { question, intro, known, did, reason, words, back, next, save } = BALLOT_WORDS;
  const title = escaped(`${panelName} – ${person}, ${TEAM_NAMES[team]}`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${BALLOT_STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(question)}</h1>
<p class="soft">${title}</p>
<p class="soft">${escaped(intro)}</p>
<div class="head"><strong id="lead" aria-live="polite"></strong><span id="left" class="soft"></span></div>
<progress id="progress" max="${content.cards.length}" value="0" aria-labelledby="lead"></progress>
<div class="card">
<section><h2>${escaped(known)}</h2><p id="age" class="soft"></p><dl id="facts"></dl></section>
<section><h2>${escaped(did)}</h2><ul id="acts"></ul></section>
</div>
<div class="row verdicts" role="group" aria-label="${escaped(question)}">${VERDICTS.map(
    (verdict) =>
      `<button type="button" data-verdict="${verdict}" aria-pressed="false">${escaped(VERDICT_NAMES[verdict])}<kbd>${KEYS[verdict]}</kbd></button>`,
  ).join('')}</div>
<div class="row" role="group" aria-label="${escaped(reason)}"><span class="soft">${escaped(reason)}</span>${REASON_KINDS.map(
    (kind, index) =>
      `<button type="button" data-reason="${kind}" aria-pressed="false">${escaped(REASON_NAMES[kind])}<kbd>${index + 1}</kbd></button>`,
  ).join('')}</div>
<p><label for="words">${escaped(words)}</label><textarea id="words" rows="2" maxlength="2000"></textarea></p>
<div class="row"><button type="button" id="back">${escaped(back)}</button><button type="button" id="next">${escaped(next)}</button>
<button type="button" id="save" disabled>${escaped(save)}</button></div>
<p id="status" role="status"></p>
</main>
<script type="application/json" id="ballot">${data}</script>
<script>${BALLOT_SCRIPT}</script>
</body>
</html>
`;
}

const KEYS = { yes: 'Y', no: 'N', unsure: '?' } as const;

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/gu, (sign) => ESCAPES[sign] ?? sign);
