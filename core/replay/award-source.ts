/** The awards and recycles of one lead after the other, in time: what the packed store and the award stream are made from. */
export interface AwardSource {
  readonly leadCount: number;
  /**
   * Reads all of the lead's entries up to `asOf` into `entries` and returns how many there are: ascending by instant, a
   * recycle before the awards of its instant, awards of one instant in the order of their slots.
   */
  readonly read: (lead: number) => number;
  /** What `read` fills; its columns are replaced by longer ones when a lead needs them. */
  readonly entries: LeadEntries;
}

export interface LeadEntries {
  atMs: Float64Array;
  /** The rule's slot, or `RECYCLE`. */
  slot: Uint16Array;
  /** 0 for the first award since the rule started afresh; 0 for a recycle. */
  ordinal: Int32Array;
}

/**
 * Leads that the attribute, bands and counter rules cannot tell apart share a signature: what these rules give is worked
 * out once a signature, never once a lead.
 */
export interface LeadSignatures {
  readonly count: number;
  /** By lead; in shared memory. */
  readonly ofLead: Int32Array;
  /** By rule id, then by signature: what `LeadValues` says of its leads. */
  readonly valuesByRule: ReadonlyMap<string, Float64Array>;
}
