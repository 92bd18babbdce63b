/** Which attributes people know a lead by. Headings differ from system to system, so they are compared without case and punctuation. */
import { type Column, type History, MISSING } from './history.ts';

export interface LeadNaming {
  /** The lead's name for people: its name, else its company, else its e-mail address, else its id. */
  readonly nameOf: (lead: number) => string;
  /** Where the lead came from, null when no attribute says it. */
  readonly sourceOf: (lead: number) => string | null;
  /** What a search looks through: id, name, company, e-mail address. */
  readonly searchTextOf: (lead: number) => string;
}

/** The attributes that people know a lead by; undefined where no heading is one of the usual. */
export interface NamingColumns {
  readonly name: Column | undefined;
  readonly first: Column | undefined;
  readonly last: Column | undefined;
  readonly company: Column | undefined;
  readonly email: Column | undefined;
  readonly source: Column | undefined;
}

export function namingColumns({ leads }: History): NamingColumns {
  const find = (headings: readonly string[]): Column | undefined =>
    headings
      .map((heading) => leads.attributes.find((column) => plainHeading(column.name) === heading))
      .find((column) => column !== undefined);
  return {
    name: find(['name', 'fullname', 'leadname', 'contactname']),
    first: find(['firstname', 'givenname']),
    last: find(['lastname', 'surname', 'familyname']),
    company: find(['company', 'companyname', 'account', 'accountname', 'organization', 'organisation']),
    email: find(['email', 'emailaddress']),
    source: find(['source', 'leadsource', 'origin', 'originalsource', 'channel']),
  };
}

export function leadNaming(history: History): LeadNaming {
  const { ids } = history.leads;
  const { name, first, last, company, email, source } = namingColumns(history);
  const nameOf = (lead: number): string => {
    const parts = [cellOf(first, lead), cellOf(last, lead)].filter((part) => part !== null);
    return (
      cellOf(name, lead) ??
      (parts.length > 0 ? parts.join(' ') : null) ??
      cellOf(company, lead) ??
      cellOf(email, lead) ??
      ids[lead] ??
      ''
    );
  };
  return {
    nameOf,
    sourceOf: (lead) => cellOf(source, lead),
    searchTextOf: (lead) =>
      [ids[lead], nameOf(lead), cellOf(company, lead), cellOf(email, lead)]
        .filter((part) => typeof part === 'string')
        .join(' '),
  };
}

/** The cell of a row, null where it is missing or the column does not exist. */
export function cellOf(column: Column | undefined, row: number): string | null {
  const code = column?.codes[row] ?? MISSING;
  return code === MISSING ? null : (column?.cells[code] ?? null);
}

/** Headings differ in case and punctuation alone. */
export const plainHeading = (heading: string): string => heading.toLowerCase().replaceAll(/[^a-z]/g, '');
