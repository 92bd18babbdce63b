/** The cells of the bench's columns: as many distinct ones as a real account has. */

/** Drawn skewed: the first are the common ones. */
export const ACTIVITY_TYPES = [
  'page_view',
  'email_open',
  'email_click',
  'form_submit',
  'download',
  'webinar_registered',
  'webinar_attended',
  'chat',
  'event_visit',
  'call',
  'demo_request',
  'unsubscribe',
] as const;

/** Of a thousand activities, by type. */
export const TYPE_WEIGHTS = [560, 170, 80, 45, 40, 20, 12, 25, 20, 18, 4, 6] as const;

const SENIORITIES = ['', 'Senior', 'Junior', 'Lead', 'Head of', 'Director of', 'VP', 'Interim', 'Student of', 'Owner,'];
const FUNCTIONS = (
  'Marketing,Sales,Finance,Logistics,Procurement,Research,Production,Quality,Personnel,Security,' +
  'Data,Software,Support,Design,Law,Training,Service,Planning,Press,Export'
).split(',');

/** 200 titles; index = seniority × 20 + function. */
export const JOB_TITLES: readonly string[] = SENIORITIES.flatMap((seniority) =>
  FUNCTIONS.map((name) => `${seniority} ${name} Manager`.trim()),
);
export const DECIDING_SENIORITIES: readonly number[] = [4, 5, 6, 9];
export const TITLES_PER_SENIORITY = FUNCTIONS.length;

export const INDUSTRIES: readonly string[] = (
  'Software,Machinery,Retail,Banking,Insurance,Health,Education,Energy,Logistics,Media,' +
  'Food,Chemistry,Construction,Textiles,Automotive,Tourism,Law,Telecoms,Public,Farming'
).split(',');
export const COUNTRIES: readonly string[] =
  'DE US GB FR AT CH NL IT ES PL SE DK NO FI BE CZ PT IE HU RO GR BG HR SK SI LT LV EE LU MT CA AU JP IN BR MX ZA SG'.split(
    ' ',
  );
export const SOURCES: readonly string[] = [
  'search',
  'direct',
  'referral',
  'paid social',
  'newsletter',
  'fair',
  'partner',
  'import',
  'bought',
];

const SECTIONS = ['blog', 'product', 'docs', 'pricing', 'assets', 'careers', 'about', 'events'] as const;
const PAGES_PER_SECTION = [150, 60, 80, 10, 60, 15, 10, 15] as const;
/** 400 pages, the common ones spread over all sections by the order of a fixed stride. */
export const URLS: readonly string[] = spread(
  SECTIONS.flatMap((section, index) =>
    Array.from({ length: PAGES_PER_SECTION[index] ?? 0 }, (_, page) => `/${section}/page-${page + 1}`),
  ),
);

export const CAMPAIGNS: readonly string[] = Array.from({ length: 60 }, (_, index) =>
  index === 59
    ? 'internal-test'
    : `${index % 3 === 0 ? 'webinar' : 'mailing'}-${2024 + (index % 3)}-${(index % 12) + 1}`,
).filter((name, index, names) => names.indexOf(name) === index);

export const REASONS = ['no budget', 'no fit', 'no answer', 'competitor'];

function spread(pages: readonly string[]): readonly string[] {
  // 149 and 400 have no common factor: every page comes once.
  return pages.map((_, index) => pages[(index * 149) % pages.length] ?? '');
}
