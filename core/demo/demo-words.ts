/** The words of Varda Pumps' made-up market. Addresses end in `.example`, which by RFC 2606 reaches nobody. */
export const FIRST_NAMES = [
  'Radu',
  'Jonas',
  'Paolo',
  'Agata',
  'Ilse',
  'Marek',
  'Chiara',
  'Anna',
  'Luca',
  'Ioana',
  'Piotr',
  'Katarzyna',
  'Elena',
  'Stefan',
  'Giulia',
  'Andrei',
  'Maria',
  'Tomasz',
  'Petra',
  'Henrik',
  'Sofia',
  'Dmitri',
  'Olga',
  'Claire',
  'Mathieu',
  'Emma',
  'Lars',
  'Nadia',
  'Viktor',
  'Irina',
] as const;
export const LAST_NAMES = [
  'Popa',
  'Vasile',
  'Galli',
  'Weber',
  'Kowalska',
  'Nowak',
  'Rossi',
  'Ferrari',
  'Ionescu',
  'Lindqvist',
  'Schmitt',
  'Keller',
  'Dubois',
  'Moreau',
  'Marin',
  'Wójcik',
  'Zieliński',
  'Conti',
  'Greco',
  'Petrov',
  'Sokolova',
  'Hansen',
  'Larsen',
  'Novotný',
  'Horváth',
  'Bauer',
  'Fischer',
  "D'Angelo",
] as const;
export const COMPANY_STEMS = [
  'Nordal',
  'Altona',
  'Rovere',
  'Baltia',
  'Cresta',
  'Danubia',
  'Ferro',
  'Gelderland',
  'Helvetia',
  'Istria',
  'Jantar',
  'Karpat',
  'Lagoon',
  'Morava',
  'Neva',
  'Olten',
  'Padana',
  'Quercia',
  'Rhenus',
  'Silesia',
  'Tatra',
  'Umbria',
  'Vistula',
  'Wartha',
  'Ypsilon',
  'Zelaz',
  'Arno',
  'Brenta',
] as const;
export const PLACES = [
  'Nord',
  'Lyon',
  'Milano',
  'Bremen',
  'Poznan',
  'Cluj',
  'Graz',
  'Basel',
  'Torino',
  'Gdynia',
  'Arad',
  'Linz',
  'Ost',
  'Lund',
  'Ulm',
  'Parma',
  'Brno',
  'Jena',
] as const;

/** The first five are the industries that Varda builds its pumps for. */
export const INDUSTRIES = [
  'Chemicals',
  'Water & wastewater',
  'Food & beverage',
  'Energy',
  'Pharmaceuticals',
  'Paper',
  'Construction',
  'Machinery',
  'Mining',
  'Agriculture',
  'Consulting',
  'Education',
] as const;
export const TARGET_INDUSTRIES: readonly string[] = INDUSTRIES.slice(0, 5);
export const INDUSTRY_SHARES = [12, 11, 11, 7, 6, 9, 11, 12, 4, 6, 7, 4] as const;

/** As people write them: the same country in several ways, first the usual one. */
export const COUNTRIES = [
  ['Germany', 'DE', 'Deutschland', 'germany'],
  ['Italy', 'IT', 'Italia', 'ITALY'],
  ['Poland', 'PL', 'Polska', 'poland'],
  ['Romania', 'RO', 'România', 'romania'],
  ['Austria', 'AT', 'Österreich'],
  ['Switzerland', 'CH', 'Schweiz'],
  ['France', 'FR', 'france'],
  ['Sweden', 'SE', 'Sverige'],
] as const;
export const COUNTRY_SHARES = [27, 18, 16, 11, 8, 6, 9, 5] as const;
export const LEGAL_FORMS = ['GmbH', 'S.p.A.', 'Sp. z o.o.', 'S.R.L.', 'GmbH', 'AG', 'SAS', 'AB'] as const;
export const LANGUAGES = ['de', 'it', 'pl', 'ro', 'de', 'de', 'fr', 'sv'] as const;

export const DECIDING_TITLES = [
  'Managing Director',
  'Plant Director',
  'Head of Procurement',
  'CTO',
  'Owner',
  'Operations Director',
] as const;
export const INFLUENCING_TITLES = [
  'Process Engineer',
  'Maintenance Manager',
  'Project Engineer',
  'Production Manager',
  'Technical Buyer',
] as const;
export const OTHER_TITLES = [
  'Assistant',
  'Marketing Specialist',
  'Technician',
  'Sales Representative',
  'Analyst',
  'HR Specialist',
] as const;
export const STUDENT_TITLES = ['Student', 'PhD student', 'Intern'] as const;
export const RIVALS = ['Pumpwerk Hagen AG', 'Idra Pompe S.p.A.'] as const;
export const FREE_MAIL = ['freemail.example', 'postbox.example', 'webpost.example'] as const;

export const SOURCES = [
  'Organic search',
  'Paid search',
  'Trade fair',
  'Webinar',
  'Partner',
  'Newsletter',
  'Referral',
  'Social media',
] as const;
export const SOURCE_SHARES = [28, 21, 10, 10, 8, 9, 5, 9] as const;
/** How much readier to buy than the average a source's leads are, in standard deviations of intent. */
export const SOURCE_INTENT = [0.1, -0.15, 0.2, 0, 0.45, -0.25, 0.7, -0.5] as const;
/** Euro a month at 320 leads a month. */
export const SOURCE_MONTHLY_COSTS = [2_100, 9_800, 4_000, 2_600, 1_900, 700, 300, 3_400] as const;
export const TRADE_FAIR_SOURCE = 2;

export const CAMPAIGNS = [
  'Always on',
  'Efficiency 2024',
  'Spring fair',
  'Autumn fair',
  'Dosing week',
  'Retrofit guide',
] as const;
export const PRODUCT_PAGES = [
  '/',
  '/products/centrifugal',
  '/products/dosing',
  '/products/vacuum',
  '/blog/cavitation',
  '/blog/energy',
  '/service',
  '/about',
  '/careers',
] as const;
export const LOST_REASONS = ['Price', 'Chose a competitor', 'No budget', 'Project postponed'] as const;
export const REJECTED_REASONS = [
  'Not reachable',
  'No project',
  'Wrong person',
  'Too small',
  'Student or competitor',
] as const;
export const SALES_OWNERS = ['Marek', 'Chiara', 'Henrik', 'Petra'] as const;
