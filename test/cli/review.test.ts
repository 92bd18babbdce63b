import { describe, expect, it } from 'vitest';
import { runReviewCommand } from '../../cli/commands/review.ts';
import { canonicalJson } from '../../core/agreement/canonical-json.ts';
import { agreementJson } from '../../core/agreement/serialise-agreement.ts';
import { writeHistory } from '../../db/history/write-history.ts';
import { closeWorkshop } from '../../db/open-workshop.ts';
import { writeAgreementDraft } from '../../db/queries/agreement-draft.ts';
import { inTransaction } from '../../db/transaction.ts';
import { propose } from '../../services/agreement/agreement-steps.ts';
import { SIGNED_MS, storyAgreement, storyHistory } from '../core/review/review-story.ts';
import { doing, seatBoth, signByBoth } from '../db/signed-workshop.ts';
import { closedWorkshop, newWorkshop } from '../db/temp-workshop.ts';
import { patch } from './patch.ts';

async function run(...args: readonly string[]) {
  let out = '';
  const lines: string[] = [];
  const streams = {
    out: (text: string) => {
      out += text;
    },
    err: (line: string) => lines.push(line),
  };
  return { status: await runReviewCommand(args, streams), out, lines };
}

/** The story's agreement, signed, with the history of then and of since. */
function signedStory(): string {
  const workshop = newWorkshop();
  const seats = seatBoth(workshop);
  doing(workshop, () => {
    const document = canonicalJson(agreementJson(storyAgreement));
    writeAgreementDraft(workshop, { document, replaces: null }, { label: 'Draft', atMs: 2 });
    return propose(workshop, { reason: '', label: 'Propose', atMs: 3 });
  });
  signByBoth(workshop, 1, seats);
  inTransaction(workshop, () => writeHistory(workshop, storyHistory()));
  closeWorkshop(workshop);
  return workshop.path;
}

describe('accord review', () => {
  it('prints a promise kept and one broken, what drifted, and what is proposed', async () => {
    const { status, out, lines } = await run(signedStory());
    expect([status, lines]).toEqual([0, []]);
    const printed = JSON.parse(out) as {
      readonly proposal: { readonly reasons: readonly { readonly sentence: string }[] };
    };
    expect(printed).toMatchObject({
      format: 'accord.review/1',
      agreement: { number: 1, name: 'Qualified leads 2027' },
      hasNewerHistory: true,
      from: new Date(SIGNED_MS).toISOString(),
      promises: [
        { whose: 'marketing', promise: 'volume', verdict: { kind: 'held' } },
        { whose: 'sales', promise: 'followUp', verdict: { kind: 'broken' } },
      ],
      drift: {
        inputs: [
          { attribute: 'source', isDrift: true },
          { attribute: 'size', isDrift: false },
        ],
      },
    });
    expect(printed.proposal.reasons.map(({ sentence }) => sentence)).toContain(
      'Sales broke its promise on following up (MQL).',
    );
  });

  it('looks at another period when asked, and refuses a date that is none', async () => {
    const path = signedStory();
    expect(JSON.parse((await run(path, '--from', '2026-03-02')).out)).toMatchObject({
      from: '2026-03-02T00:00:00.000Z',
    });
    expect(await run(path, '--from', 'spring')).toMatchObject({ status: 1, out: '' });
    expect(await run(path, '--start', 'now')).toMatchObject({ status: 2, out: '' });
  });

  it('has nothing to say while nothing is signed', async () => {
    const { status, lines } = await run(closedWorkshop());
    expect(status).toBe(1);
    expect(lines[0]).toContain('No version of the agreement is in force');
  });

  it('of a version that another program changed says which, not that nobody has signed', async () => {
    const path = signedStory();
    patch(path, '"least":8', '"least":1');
    const { status, out, lines } = await run(path);
    expect([status, out]).toEqual([1, '']);
    expect(lines).toEqual([expect.stringContaining('Version 1 no longer matches its signature')]);
    expect(lines[0]).not.toContain('sign one first');
  });
});
