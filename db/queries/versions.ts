import { createHash } from 'node:crypto';
import type { ReadableWorkshop, WritableWorkshop } from '../workshop.ts';

export interface StoredVersion {
  readonly id: number;
  readonly name: string;
  readonly savedAtMs: number;
}

/** Keeps a rule set (JSON) for ever; answers the version's id. */
export function saveVersion(
  { database }: WritableWorkshop,
  version: { readonly name: string; readonly document: string; readonly savedAtMs: number },
): number {
  const before = database
    .prepare<[], { chain_sha256: string }>('SELECT chain_sha256 FROM rule_set_version ORDER BY id DESC LIMIT 1')
    .get();
  const { lastInsertRowid } = database
    .prepare('INSERT INTO rule_set_version (name, document, saved_at_ms, chain_sha256) VALUES (?, ?, ?, ?)')
    .run(version.name, version.document, version.savedAtMs, link(before?.chain_sha256 ?? '', version));
  return Number(lastInsertRowid);
}

/** Newest first. */
export function listVersions({ database }: ReadableWorkshop): readonly StoredVersion[] {
  return database
    .prepare<[], StoredVersion>('SELECT id, name, saved_at_ms AS savedAtMs FROM rule_set_version ORDER BY id DESC')
    .all();
}

export function readVersion(
  { database }: ReadableWorkshop,
  id: number,
): (StoredVersion & { readonly document: string }) | null {
  const row = database
    .prepare<[number], StoredVersion & { readonly document: string }>(
      'SELECT id, name, saved_at_ms AS savedAtMs, document FROM rule_set_version WHERE id = ?',
    )
    .get(id);
  return row ?? null;
}

/** The first version whose text, or a predecessor's removal, does not fit its hash: changed by another hand. Null: all fit. */
export function findAlteredVersion({ database }: ReadableWorkshop): number | null {
  let chain = '';
  const rows = database
    .prepare<[], { id: number; name: string; document: string; savedAtMs: number; chain: string }>(
      'SELECT id, name, document, saved_at_ms AS savedAtMs, chain_sha256 AS chain FROM rule_set_version ORDER BY id',
    )
    .all();
  for (const row of rows) {
    chain = link(chain, row);
    if (chain !== row.chain) return row.id;
  }
  return null;
}

function link(
  before: string,
  { name, document, savedAtMs }: { readonly name: string; readonly document: string; readonly savedAtMs: number },
): string {
  return createHash('sha256')
    .update(JSON.stringify([before, name, document, savedAtMs]))
    .digest('hex');
}
