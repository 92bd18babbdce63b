import { MISSING } from '../history/history.ts';
import { type EmailKind, emailDomain, emailKind } from './email-kind.ts';
import type { EmailAddresses } from './finding.ts';
import { countCells, type QualityData } from './quality-data.ts';
import { touchedBy } from './touched.ts';
import { differenceWeight } from './weight.ts';

const KINDS = ['free', 'disposable', 'role', 'malformed'] as const;
const MOST_DOMAINS = 8;

/** One finding for each kind of address that is no person's at a company; none where no attribute is an address. */
export function emailAddresses(data: QualityData): readonly EmailAddresses[] {
  const { email } = data.naming;
  if (email === undefined) return [];
  const kindOfCell: readonly EmailKind[] = email.cells.map(emailKind);
  const { leads } = countCells(email, data.outcome);
  return KINDS.flatMap((kind) => {
    const mask = new Uint8Array(data.outcome.length);
    for (let lead = 0; lead < mask.length; lead += 1) {
      const code = email.codes[lead] ?? MISSING;
      if (code !== MISSING && kindOfCell[code] === kind) mask[lead] = 1;
    }
    const touched = touchedBy(data, mask);
    if (touched.leads === 0) return [];
    const leadsByDomain = new Map<string, number>();
    email.cells.forEach((cell, code) => {
      if (kindOfCell[code] !== kind) return;
      const domain = emailDomain(cell);
      if (domain !== null) leadsByDomain.set(domain, (leadsByDomain.get(domain) ?? 0) + (leads[code + 1] ?? 0));
    });
    const domains = [...leadsByDomain]
      .map(([domain, count]) => ({ domain, leads: count }))
      .sort((left, right) => right.leads - left.leads || (left.domain < right.domain ? -1 : 1))
      .slice(0, MOST_DOMAINS);
    return [{ kind: 'emailAddresses', email: kind, domains, touched, weight: differenceWeight(touched, data) }];
  });
}
