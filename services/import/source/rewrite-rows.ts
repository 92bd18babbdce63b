/** Rows as they are to be read, where the mapping wants their cells hashed, or kinds and domains told of their e-mail addresses. */
import type { DelimitedMapping } from '../../../api/import.ts';
import { emailDomain, emailKind } from '../../../core/quality/email-kind.ts';
import { missingTest } from '../rows/mapped-row.ts';
import { isHashed } from './hash-key.ts';

export interface RowRewriter {
  readonly headings: readonly string[];
  readonly rewrite: (cells: readonly string[]) => readonly string[];
}

/** Attributes that are made of an e-mail address. */
export const EMAIL_ATTRIBUTES = ['email_kind', 'email_domain'] as const;

/** Null where the rows stay as they are. `hashOf`: of a cell that is not blank. */
export function rowRewriter(
  mapping: DelimitedMapping,
  headings: readonly string[],
  hashOf: ((cell: string) => string) | null,
): RowRewriter | null {
  const indexOf = (column: string) => headings.indexOf(column.trim());
  const hashed = new Set((mapping.hash ?? []).map(indexOf).filter((index) => index >= 0));
  const [lead, separator] = [indexOf(mapping.lead), mapping.leadSeparator];
  const email = mapping.email === undefined ? -1 : indexOf(mapping.email);
  const added = email < 0 ? [] : EMAIL_ATTRIBUTES.filter((name) => !headings.includes(name));
  if (added.length === 0 && (hashed.size === 0 || hashOf === null)) return null;
  const isMissing = missingTest(mapping) ?? (() => false);
  const isGiven = (cell: string) => cell.trim() !== '' && !isMissing(cell);
  return {
    headings: [...headings, ...added],
    rewrite: (cells) => {
      const address = cells[email] ?? '';
      const told =
        isGiven(address) && !isHashed(address)
          ? { email_kind: emailKind(address), email_domain: emailDomain(address) ?? '' }
          : { email_kind: '', email_domain: '' };
      const kept = cells.map((cell, index) => {
        if (hashOf === null || !hashed.has(index) || !isGiven(cell)) return cell;
        // Of a cell that names several leads each is found by itself.
        return index === lead && separator !== undefined
          ? cell
              .split(separator)
              .map((one) => (one.trim() === '' ? one : hashOf(one)))
              .join(separator)
          : hashOf(cell);
      });
      return [...kept, ...added.map((name) => told[name])];
    },
  };
}
