/** How the cells of an import are hashed, where a mapping wants that. */
import type { DelimitedMapping } from '../../../api/import.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { readKeyFingerprint } from '../../../db/queries/hash-key.ts';
import type { ReadableWorkshop } from '../../../db/workshop.ts';
import { createCellHash, keyFingerprint, readHashKey } from './hash-key.ts';
import { badMapping, type SourceFault } from './source-fault.ts';

export interface CellHash {
  readonly hashOf: (cell: string) => string;
  readonly fingerprint: string;
}

/** Null where nothing is hashed. A workshop keeps to one key: under another one no lead would be known again. */
export function cellHash(
  workshop: ReadableWorkshop,
  mappings: readonly DelimitedMapping[],
  keyFolder: string | undefined,
): Result<CellHash | null, SourceFault> {
  if (mappings.every(({ hash = [] }) => hash.length === 0)) return ok(null);
  if (keyFolder === undefined) return fail(badMapping('hash', 'there is no folder for the key of this machine.'));
  const key = readHashKey(keyFolder);
  const fingerprint = keyFingerprint(key);
  const held = readKeyFingerprint(workshop);
  if (held !== null && held !== fingerprint)
    return fail(
      badMapping(
        'hash',
        'the cells of this workshop were hashed with the key of another machine. Import there, or bring its file hash-key over into the folder of Accord’s settings.',
      ),
    );
  return ok({ hashOf: createCellHash(key), fingerprint });
}
