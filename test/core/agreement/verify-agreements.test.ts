import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgreementRecords, SignatureRecord, VersionRecord } from '../../../core/agreement/agreement-record.ts';
import { signatureSeal, versionSeal } from '../../../core/agreement/agreement-seals.ts';
import { canonicalJson } from '../../../core/agreement/canonical-json.ts';
import { agreementJson } from '../../../core/agreement/serialise-agreement.ts';
import { findAlterations } from '../../../core/agreement/verify-agreements.ts';
import { serialiseRuleSet } from '../../../core/rule-set/serialise-rule-set.ts';
import { fullAgreement } from './agreement-from.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const ruleSetOf = (): string => serialiseRuleSet(fullAgreement().ruleSet);
const COUNT = 4;

function recordsOf(): AgreementRecords {
  const versions: VersionRecord[] = [];
  const signatures: SignatureRecord[] = [];
  for (let number = 1; number <= COUNT; number++) {
    const document = canonicalJson(agreementJson({ ...fullAgreement(), name: `Leads ${number}` }));
    const version = {
      number,
      ruleSetVersionId: number,
      document,
      reason: `reason ${number}`,
      frozenAtMs: 1_000 * number,
      before: versions.at(-1)?.sha256 ?? '',
    };
    versions.push({ ...version, sha256: sha256(versionSeal(version)) });
    for (const [team, person] of [
      ['marketing', 'Ilse'],
      ['sales', 'Marek'],
    ] as const) {
      const signature = {
        number,
        seatId: team === 'sales' ? 2 : 1,
        team,
        person,
        versionSha256: versions.at(-1)?.sha256 ?? '',
        signedAtMs: 1_000 * number + 1,
        before: signatures.at(-1)?.sha256 ?? '',
      };
      signatures.push({ ...signature, id: signatures.length + 1, sha256: sha256(signatureSeal(signature)) });
    }
  }
  return { versions, signatures, events: [], logged: [], lastNumber: COUNT };
}

const found = (records: AgreementRecords) => findAlterations(records, { sha256, ruleSetOf });
const records = recordsOf();
/** The text with the character at a place replaced by another. */
const replaced = (text: string, at: number): string =>
  text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1);

describe('the chain of versions', () => {
  it('fits as it was kept', () => {
    expect(found(records)).toEqual([]);
  });

  it('names the version of which any one character was changed', () => {
    const texts = fc.constantFrom('document', 'reason', 'sha256', 'before');
    fc.assert(
      fc.property(fc.integer({ min: 2, max: COUNT }), texts, fc.nat(), (number, field, place) => {
        const versions = records.versions.map((version) =>
          version.number === number
            ? { ...version, [field]: replaced(version[field], place % version[field].length) }
            : version,
        );
        expect(found({ ...records, versions })[0]?.number).toBe(number);
      }),
    );
  });

  it('names the version of which a signature was changed in any one character', () => {
    const texts = fc.constantFrom('person', 'versionSha256', 'sha256', 'before');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 * COUNT - 1 }), texts, fc.nat(), (index, field, place) => {
        const signatures = records.signatures.map((signature, at) =>
          at === index
            ? { ...signature, [field]: replaced(signature[field], place % signature[field].length) }
            : signature,
        );
        const [first] = found({ ...records, signatures });
        expect(first).toMatchObject({ number: records.signatures[index]?.number, part: 'signature' });
      }),
    );
  });

  it('names the version that was made anew with a hash of its own, by its signatures and by the version after it', () => {
    const versions = records.versions.map((version) => {
      const forged = { ...version, document: version.document.replace('"most":44', '"most":99') };
      return version.number === 2 ? { ...forged, sha256: sha256(versionSeal(forged)) } : version;
    });
    expect(found({ ...records, versions }).map(({ number, part }) => [number, part])).toEqual([
      [2, 'signature'],
      [2, 'signature'],
      [3, 'chain'],
    ]);
  });
});
