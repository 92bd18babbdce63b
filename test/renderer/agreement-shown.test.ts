import { describe, expect, it } from 'vitest';
import type { AgreementState, AgreementVersion } from '../../api/agreement.ts';
import { formerOf, nextNumber, shownOf, worthOf } from '../../renderer/features/agreement/shown.ts';
import { agreementFrom } from '../core/agreement/agreement-from.ts';

const version = (number: number, parts: Partial<AgreementVersion> = {}): AgreementVersion => ({
  number,
  document: agreementFrom({ name: `Leads ${number}` }),
  reason: '',
  frozenAtMs: 0,
  ruleSetVersionId: number,
  sha256: '',
  state: 'superseded',
  signatures: [],
  events: [],
  ...parts,
});

const stateOf = (parts: Partial<AgreementState>): AgreementState => ({
  draft: null,
  versions: [],
  inForce: null,
  signable: null,
  alterations: [],
  alteredRuleSetVersion: null,
  ...parts,
});

describe('what of the agreement is on screen', () => {
  const versions = [version(3), version(2, { state: 'inForce' }), version(1)];

  it('is the draft, under the next number', () => {
    const draft = agreementFrom();
    expect(shownOf(stateOf({ versions }), draft, null)).toMatchObject({ kind: 'draft', number: 4, document: draft });
  });

  it('is the version that was picked, also beside a draft', () => {
    expect(shownOf(stateOf({ versions }), agreementFrom(), 1)).toMatchObject({ kind: 'version', number: 1 });
  });

  it('is without a draft the version to be signed, else the one in force, else the newest', () => {
    expect(shownOf(stateOf({ versions, signable: 3, inForce: 2 }), null, null)?.number).toBe(3);
    expect(shownOf(stateOf({ versions, inForce: 2 }), null, null)?.number).toBe(2);
    expect(shownOf(stateOf({ versions }), null, null)?.number).toBe(3);
    expect(shownOf(stateOf({}), null, null)).toBeNull();
  });

  it('is never a version that cannot be read any more', () => {
    const unreadable = [version(2, { document: null }), version(1)];
    expect(shownOf(stateOf({ versions: unreadable, signable: 2 }), null, 2)?.number).toBe(1);
  });

  it('gives no number twice, also where the last version is gone', () => {
    const alterations = [{ number: 4, part: 'missing', person: null } as const];
    expect(nextNumber(stateOf({ versions, alterations }))).toBe(5);
  });

  it('is told against what it began from, else the version before', () => {
    const state = stateOf({ versions });
    expect(formerOf(state, { number: 4 }, 1)?.number).toBe(1);
    expect(formerOf(state, { number: 3 }, null)?.number).toBe(2);
    expect(formerOf(state, { number: 1 }, null)).toBeNull();
  });

  it('is worth nothing where another program changed it, but as much as before where only the one before it was', () => {
    const inForce = version(2, { state: 'inForce' });
    const altered = (part: 'document' | 'chain') => ({ alterations: [{ number: 2, part, person: null }] });
    expect(worthOf(altered('document'), inForce)).toBe('altered');
    expect(worthOf(altered('chain'), inForce)).toBe('inForce');
  });
});
