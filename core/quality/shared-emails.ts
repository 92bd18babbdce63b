import { MISSING } from '../history/history.ts';
import { foldText } from '../text.ts';
import type { SharedEmails } from './finding.ts';
import type { QualityData } from './quality-data.ts';
import { touchedBy } from './touched.ts';
import { doubtWeight } from './weight.ts';

/** Leads with the same e-mail address (folded); null when no two have, or no attribute is an address. */
export function sharedEmails(data: QualityData): SharedEmails | null {
  const { email } = data.naming;
  if (email === undefined) return null;
  const addressOfCell = addressNumbers(email.cells);
  const leadsByAddress = new Int32Array(email.cells.length);
  const addressOf = (lead: number): number => addressOfCell[email.codes[lead] ?? MISSING] ?? MISSING;
  for (let lead = 0; lead < data.outcome.length; lead += 1) {
    const address = addressOf(lead);
    if (address >= 0) leadsByAddress[address] = (leadsByAddress[address] ?? 0) + 1;
  }
  const groups = leadsByAddress.reduce((sum, leads) => sum + (leads > 1 ? 1 : 0), 0);
  if (groups === 0) return null;
  const mask = new Uint8Array(data.outcome.length);
  for (let lead = 0; lead < mask.length; lead += 1) if ((leadsByAddress[addressOf(lead)] ?? 0) > 1) mask[lead] = 1;
  const touched = touchedBy(data, mask);
  return { kind: 'sharedEmails', groups, touched, weight: doubtWeight(touched.leads - groups, data) };
}

/** Cells that are the same when folded have the same number: the code of the first of them; −1 for what has no @. */
function addressNumbers(cells: readonly string[]): Int32Array {
  const firstByAddress = new Map<string, number>();
  return Int32Array.from(cells, (cell, code) => {
    if (!cell.includes('@')) return MISSING;
    const address = foldText(cell);
    const first = firstByAddress.get(address);
    if (first === undefined) firstByAddress.set(address, code);
    return first ?? code;
  });
}
