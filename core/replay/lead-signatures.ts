/** Leads told apart by what the attribute, bands and counter rules find in them, and by nothing else. */
import type { LeadSignatures } from './award-source.ts';
import type { LeadValues } from './lead-values.ts';
import { sharedInt32 } from './shared-columns.ts';

export function leadSignatures(leadCount: number, valuesOfLeads: ReadonlyMap<string, LeadValues>): LeadSignatures {
  const ofLead = sharedInt32(leadCount);
  const columns = [...valuesOfLeads.values()];
  const firstLeads: number[] = [];
  const signatureByKey = new Map<string, number>();
  for (let lead = 0; lead < leadCount; lead += 1) {
    const key = columns.map((values) => values[lead]).join(' ');
    const signature = signatureByKey.get(key) ?? firstLeads.push(lead) - 1;
    signatureByKey.set(key, signature);
    ofLead[lead] = signature;
  }
  return {
    count: firstLeads.length,
    ofLead,
    valuesByRule: new Map(
      [...valuesOfLeads].map(([rule, values]) => [
        rule,
        Float64Array.from(firstLeads, (lead) => values[lead] ?? Number.NaN),
      ]),
    ),
  };
}
