/** Ballots go out as pages, and come back as files that are worth what was judged here. */
import { randomBytes } from 'node:crypto';
import type { Reply } from '../../../api/reply.ts';
import type { ReadableWorkshop } from '../../../db/open-workshop.ts';
import { addBallot, readBallot, type StoredBallot, takeBallot } from '../../../db/queries/ballots.ts';
import { putJudgement } from '../../../db/queries/judgements.ts';
import type { Handler } from '../../dispatch.ts';
import { refuse, reply } from '../../failure.ts';
import type { OpenWorkshop } from '../../workshop/open-workshop.ts';
import { finishSeat, judgingSeat, type SeatOfPanel, storedSummary } from '../panel-handlers.ts';
import { ballotCards, ballotPage } from './ballot-page.ts';
import { type BallotFile, readBallotFile } from './read-ballot-file.ts';
import { sealOf, sha256 } from './seal.ts';

type BallotMethod = 'panel.ballot' | 'panel.importBallot';

export function createBallotHandlers({ open, now }: { readonly open: OpenWorkshop; readonly now: () => number }): {
  readonly [M in BallotMethod]: Handler<M>;
} {
  return {
    'panel.ballot': async ({ panelId, seatId }) => {
      const judging = judgingSeat(open, panelId, seatId);
      if (!judging.ok) return judging;
      const { panel, cards: asked } = judging.value.state;
      const { team, person } = judging.value.seat;
      const cards = ballotCards(asked);
      const nonce = randomBytes(16).toString('hex');
      const secret = randomBytes(32).toString('hex');
      const stored = open.store('panel', (workshop) =>
        addBallot(workshop, {
          nonce,
          secret,
          panelId,
          round: panel.round,
          seatId,
          cardsSha256: sha256(JSON.stringify(cards)),
          issuedAtMs: now(),
        }),
      );
      if (!stored.ok) return stored;
      const base = `${plainName(panel.name)}-${plainName(person)}`;
      const answersName = `${base}-answers.json`;
      const html = ballotPage({ nonce, secret, panelName: panel.name, team, person, answersName, cards });
      return reply({ fileName: `${base}.html`, html });
    },
    'panel.importBallot': async ({ text }) => {
      const workshop = open.writable();
      if (!workshop.ok) return workshop;
      const file = readBallotFile(text);
      if (!file.ok) return bad(file.error);
      const found = ballotOf(open, workshop.value, file.value);
      if (!found.ok) return found;
      const { ballot, judging } = found.value;
      const { state, seat } = judging;
      const { panelId, round, seatId } = ballot;
      return open.store('panel', (writable) => {
        const atMs = now();
        for (const { card, ...opinion } of file.value.answers) {
          const lead = state.cards.find(({ position }) => position === card)?.lead;
          // The lead was erased meanwhile, and what was said of it with it.
          if (lead === undefined) continue;
          putJudgement(writable, { panelId, round, lead, seatId, ...opinion, atMs });
        }
        finishSeat(writable, state, seat, atMs);
        takeBallot(writable, ballot.nonce, atMs);
        return storedSummary(writable, panelId);
      });
    },
  };
}

interface FoundBallot {
  readonly ballot: StoredBallot;
  readonly judging: SeatOfPanel;
}

/** `badBallot` with the reason why it is not taken. */
function ballotOf(
  open: OpenWorkshop,
  workshop: ReadableWorkshop,
  { ballot: nonce, answers, seal }: BallotFile,
): Reply<FoundBallot> {
  const ballot = readBallot(workshop, nonce);
  if (ballot === null) return bad('This ballot was not given out by this workshop.');
  if (ballot.takenAtMs !== null) return bad('This ballot was taken already; it counts once.');
  if (sealOf(ballot.secret, ballot.cardsSha256, answers) !== seal)
    return bad('This ballot was changed after its answers were saved.');
  const judging = judgingSeat(open, ballot.panelId, ballot.seatId);
  if (!judging.ok) return judging.error.kind === 'judged' ? bad(judging.error.detail) : judging;
  const { cards, panel } = judging.value.state;
  if (panel.round !== ballot.round) return bad('This ballot is of the first round, which is over.');
  const answered = new Set(answers.map(({ card }) => card));
  if (answered.size !== answers.length || cards.some(({ position }) => !answered.has(position)))
    return bad('This ballot does not answer every lead once.');
  return reply({ ballot, judging: judging.value });
}

const bad = (reason: string) => refuse('badBallot', `${reason} Nothing was changed.`, 'text');

/** As part of a file's name, anywhere. */
const plainName = (name: string): string =>
  name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/gu, '') || 'ballot';
