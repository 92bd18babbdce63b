import { itemAt } from '../at.ts';
import {
  COMPANY_STEMS,
  COUNTRIES,
  COUNTRY_SHARES,
  DECIDING_TITLES,
  FIRST_NAMES,
  FREE_MAIL,
  INDUSTRIES,
  INDUSTRY_SHARES,
  INFLUENCING_TITLES,
  LANGUAGES,
  LAST_NAMES,
  LEGAL_FORMS,
  OTHER_TITLES,
  PLACES,
  RIVALS,
  STUDENT_TITLES,
  TARGET_INDUSTRIES,
} from './demo-words.ts';
import type { Random } from './random.ts';

export interface DemoCompany {
  readonly name: string;
  readonly country: number;
  readonly industry: string;
  readonly employees: number;
  readonly domain: string;
}

/** Who the lead is, as the form has it (with gaps and slips), and what is true of it. */
export interface DemoPerson {
  readonly name: string;
  readonly company: string;
  readonly country: string;
  readonly industry: string;
  readonly employees: string;
  readonly jobTitle: string;
  readonly email: string;
  readonly phone: string;
  readonly language: string;
  readonly fit: Readonly<
    Record<'rightSize' | 'targetIndustry' | 'decides' | 'influences' | 'freeMail' | 'studentOrRival', boolean>
  >;
}

export function demoCompany(random: Random): DemoCompany {
  const country = random.weighted(COUNTRY_SHARES);
  const industry = itemAt(INDUSTRIES, random.weighted(INDUSTRY_SHARES));
  const stem = random.pick(COMPANY_STEMS);
  const trade = industry.split(' ')[0] ?? industry;
  const place = random.pick(PLACES);
  return {
    name: `${stem} ${trade} ${place} ${itemAt(LEGAL_FORMS, country)}`,
    country,
    industry,
    employees: Math.max(1, Math.round(random.logNormal(190, 1.4))),
    domain: `${stem}-${trade}-${place}.example`.toLowerCase(),
  };
}

export function demoPerson(company: DemoCompany, random: Random): DemoPerson {
  const rival = random.chance(0.012);
  const student = !rival && random.chance(0.035);
  const role = student ? 3 : random.weighted([21, 30, 49]);
  const freeMail = student ? random.chance(0.7) : random.chance(0.14);
  const first = random.pick(FIRST_NAMES);
  const last = random.pick(LAST_NAMES);
  const mailDomain = freeMail ? random.pick(FREE_MAIL) : company.domain;
  const title = student ? random.pick(STUDENT_TITLES) : random.pick(itemAt(TITLES_BY_ROLE, role));
  return {
    name: `${first} ${last}`,
    company: rival ? random.pick(RIVALS) : sloppy(company.name, 0.03, random),
    country: countryCell(company.country, random),
    industry: random.chance(0.06) ? '' : sloppy(company.industry, 0.05, random),
    employees: random.chance(0.08) ? '' : String(company.employees),
    jobTitle: random.chance(0.05) ? '' : sloppy(title, 0.08, random),
    email: emailCell(first, last, mailDomain, random),
    phone: random.chance(0.35) ? '' : phoneCell(random),
    language: itemAt(LANGUAGES, company.country),
    fit: {
      rightSize: company.employees >= 100 && company.employees < 2500,
      targetIndustry: TARGET_INDUSTRIES.includes(company.industry),
      decides: role === 0,
      influences: role === 1,
      freeMail,
      studentOrRival: student || rival,
    },
  };
}

const TITLES_BY_ROLE: readonly (readonly string[])[] = [DECIDING_TITLES, INFLUENCING_TITLES, OTHER_TITLES];

/** Upper case, or a doubled blank: people type in a hurry. */
function sloppy(text: string, probability: number, random: Random): string {
  if (!random.chance(probability)) return text;
  return random.chance(0.5) ? text.toUpperCase() : text.replace(' ', '  ').toLowerCase();
}

function countryCell(country: number, random: Random): string {
  const spellings: readonly string[] = itemAt<readonly string[]>(COUNTRIES, country);
  if (random.chance(0.04)) return '';
  return random.chance(0.82) ? itemAt(spellings, 0) : random.pick(spellings);
}

/** One in fifty addresses is wrong: no domain's point, a blank, or two at-signs. */
function emailCell(first: string, last: string, domain: string, random: Random): string {
  const address = `${plain(first)}.${plain(last)}@${domain}`;
  if (random.chance(0.02)) return '';
  if (!random.chance(0.02)) return address;
  return random.pick([address.replace('.example', ''), address.replace('@', ' @'), address.replace('@', '@@')]);
}

/** Numbers that no exchange gives out. */
const phoneCell = (random: Random): string =>
  random.chance(0.05) ? 'n/a' : `+49 000 ${random.whole(100_000, 999_999)}`;

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase();
