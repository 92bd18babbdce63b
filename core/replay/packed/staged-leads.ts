/** The packed entries of all leads in the order of the history: their sizes have to be known before they find their places. */

import type { AwardSource } from '../award-source.ts';
import type { SharedLeads } from '../compile.ts';
import type { LeadFacts } from '../replay-result.ts';
import type { EntryPacker } from './entry-packer.ts';
import { MOST_HOURS } from './kernel-memory.ts';

export interface StagedLeads {
  /** By lead: number of entries; 0 for leads that are not replayed. */
  readonly sizes: Uint32Array;
  readonly baseHours: Int32Array;
  readonly longestGapHours: number;
  /** Copies the lead's entries to every second word from `word` on. */
  readonly copy: (lead: number, words: Uint32Array, withinHourMs: Uint32Array, word: number) => void;
}

export interface LeadsToPack {
  readonly source: AwardSource;
  readonly facts: LeadFacts;
  readonly leads: SharedLeads;
}

/** Packs a lead into `packer.packed`; returns how many entries it has, 0 for one that is not replayed. */
export function packLead({ source, facts, leads }: LeadsToPack, packer: EntryPacker, lead: number): number {
  if (leads.exists[lead] === 0 || leads.isCustomer[lead] === 1) return 0;
  const count = source.read(lead);
  return packer.pack(source.entries, count, leads.createdAtMs[lead] ?? 0, facts.horizonMs[lead] ?? Number.NaN);
}

export function stageLeads(input: LeadsToPack, packer: EntryPacker): StagedLeads {
  const { source } = input;
  const sizes = new Uint32Array(source.leadCount);
  const baseHours = new Int32Array(source.leadCount);
  const starts = new Float64Array(source.leadCount);
  const segments: Segment[] = [];
  let segment = addSegment(segments, 0);
  let used = 0;
  let longestGapHours = 0;
  for (let lead = 0; lead < source.leadCount; lead += 1) {
    const size = packLead(input, packer, lead);
    if (size === 0) continue;
    const { words, withinHourMs, baseHour } = packer.packed;
    if (used + size > segment.words.length) {
      segment = addSegment(segments, size);
      used = 0;
    }
    for (let entry = 0; entry < size; entry += 1) {
      const word = words[entry] ?? 0;
      const hours = word & MOST_HOURS;
      if (hours > longestGapHours) longestGapHours = hours;
      segment.words[used + entry] = word;
      segment.withinHourMs[used + entry] = withinHourMs[entry] ?? 0;
    }
    sizes[lead] = size;
    baseHours[lead] = baseHour;
    starts[lead] = (segments.length - 1) * SEGMENT_PLACES + used;
    used += size;
  }
  return {
    sizes,
    baseHours,
    longestGapHours,
    copy: (lead, words, withinHourMs, word) => {
      const start = starts[lead] ?? 0;
      const from = segments[Math.floor(start / SEGMENT_PLACES)];
      const first = start % SEGMENT_PLACES;
      if (from === undefined) return;
      for (let entry = 0; entry < (sizes[lead] ?? 0); entry += 1) {
        words[word + 2 * entry] = from.words[first + entry] ?? 0;
        withinHourMs[word + 2 * entry] = from.withinHourMs[first + entry] ?? 0;
      }
    },
  };
}

interface Segment {
  readonly words: Uint32Array;
  readonly withinHourMs: Uint32Array;
}

/** In pieces: one column that grows would be copied again and again. */
const SEGMENT_WORDS = 2 ** 20;
/** Starts are `segment × this + word`: no segment is longer. */
const SEGMENT_PLACES = 2 ** 32;

function addSegment(segments: Segment[], least: number): Segment {
  const length = Math.max(SEGMENT_WORDS, least);
  const segment = { words: new Uint32Array(length), withinHourMs: new Uint32Array(length) };
  segments.push(segment);
  return segment;
}
