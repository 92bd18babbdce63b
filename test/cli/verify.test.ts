import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runVerifyCommand } from '../../cli/commands/verify.ts';
import { closeWorkshop } from '../../db/open-workshop.ts';
import { saveVersion } from '../../db/queries/versions.ts';
import { proposeVersion, seatBoth, signByBoth } from '../db/signed-workshop.ts';
import { closedWorkshop, newWorkshop, tempPath } from '../db/temp-workshop.ts';
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
  return { status: await runVerifyCommand(args, streams), out, lines };
}

/** The path of a closed workshop with so many signed versions. */
function signedFile(versions: number): string {
  const workshop = newWorkshop();
  const seats = seatBoth(workshop);
  for (let number = 1; number <= versions; number++) {
    proposeVersion(workshop, `reason ${number}`, `disputes of ${number}`);
    signByBoth(workshop, number, seats);
  }
  closeWorkshop(workshop);
  return workshop.path;
}

describe('accord verify', () => {
  it('prints who signed what and when, and changes nothing', async () => {
    const path = signedFile(2);
    const before = readFileSync(path);
    const { status, out, lines } = await run(path);
    expect([status, lines]).toEqual([0, []]);
    expect(JSON.parse(out)).toMatchObject({
      format: 'accord.verify/1',
      inForce: 2,
      versions: [
        { number: 1, state: 'superseded' },
        { number: 2, state: 'inForce', signatures: [{ person: 'Ilse Brandt' }, { team: 'sales', isWithdrawn: false }] },
      ],
    });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('names the first version of which a byte was changed in the file', async () => {
    const path = signedFile(3);
    patch(path, 'disputes of 2', 'disputes of 9');
    const { status, out, lines } = await run(path);
    expect([status, out]).toEqual([1, '']);
    expect(lines).toEqual([expect.stringContaining('Version 2 no longer matches its signature')]);
  });

  it('names a kept rule set of which a byte was changed', async () => {
    const workshop = newWorkshop();
    seatBoth(workshop);
    saveVersion(workshop, { name: 'ours', document: '{"x":"1234567890"}', savedAtMs: 1 });
    closeWorkshop(workshop);
    patch(workshop.path, '1234567890', '1234567891');
    const { status, lines } = await run(workshop.path);
    expect([status, lines]).toEqual([1, [expect.stringContaining('(ours)')]]);
  });

  it('finds nothing to complain of in a workshop without an agreement', async () => {
    expect((await run(closedWorkshop())).status).toBe(0);
  });

  it.each([[[]], [['a', 'b']], [['--loud', 'a']]])('is used with one workshop: %j', async (args) => {
    expect(await run(...args)).toEqual({ status: 2, out: '', lines: ['accord verify WORKSHOP'] });
  });

  it('says that there is no such file', async () => {
    expect(await run(tempPath())).toMatchObject({ status: 1, out: '' });
  });
});
