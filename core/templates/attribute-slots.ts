/** The columns that templates read, by the headings of the usual systems and in the app's five languages. */
import type { ColumnKind } from '../history/history.ts';
import { commaList } from './comma-list.ts';
import type { AttributeSlot } from './slots.ts';

const slot = (column: string, kind: ColumnKind, names: readonly string[], words = ''): AttributeSlot => ({
  column,
  kind,
  names: names.flatMap(commaList),
  words: commaList(words),
});

export const ATTRIBUTE_SLOTS = {
  company: slot('company', 'text', [
    'company, company name, company / account, account name, organization, organisation, organization name, business name, employer',
    'companie, firma, nume companie, denumire firma, azienda, ragione sociale, nome azienda, ditta, società, impresa',
    'nazwa firmy, przedsiębiorstwo, spółka, компания, название компании, организация, фирма',
  ]),
  employees: slot(
    'employees',
    'number',
    [
      'employees, number of employees, no of employees, num employees, employee count, company size, headcount, staff, team size',
      'angajați, număr angajați, număr de angajați, nr angajați, dipendenti, numero dipendenti, numero di dipendenti, addetti',
      'pracownicy, liczba pracowników, zatrudnienie, сотрудники, количество сотрудников, число сотрудников, численность',
    ],
    'employees, dipendenti, angajați, pracowników, сотрудников',
  ),
  jobFunction: slot(
    'job_title',
    'text',
    [
      'job title, title, job function, function, position, role, job role, seniority, job level, occupation, profession',
      'funcție, funcția, poziție, post, ocupație, profesie, qualifica, ruolo, posizione, mansione, professione, carica',
      'stanowisko, funkcja, rola, zawód, должность, роль, позиция, профессия',
    ],
    'job title, occupation, seniority, stanowisko, должность',
  ),
  profession: slot(
    'profession',
    'text',
    [
      'profession, occupation, department, job function, business function, departament, profesie, ocupație',
      'professione, occupazione, reparto, zawód, dział, профессия, отдел, род занятий',
    ],
    'occupation, profession',
  ),
  location: slot(
    'country',
    'text',
    [
      'country, country/region, company country, billing country, mailing country, lead country, location, geography, market',
      'territory, region, state/region, state, province, city, town, țară, regiune, județ, oraș, localitate',
      'paese, nazione, regione, provincia, città, località, kraj, państwo, województwo, miasto, страна, регион, область, город',
    ],
    'country, страна',
  ),
  industry: slot(
    'industry',
    'text',
    [
      'industry, company industry, sector, vertical, business segment, market segment, segment, line of business, branch',
      'industrie, domeniu, domeniu de activitate, settore, comparto, branża, sektor, przemysł, отрасль, индустрия, сфера деятельности',
    ],
    'industry, industria, branża, отрасль',
  ),
  existingCustomer: slot('existing_customer', 'yes/no', [
    'existing customer, is customer, current customer, customer, client, customer type, account type',
    'client existent, client actual, cliente, cliente esistente, già cliente, klient, obecny klient, клиент, действующий клиент',
  ]),
  authority: slot(
    'decision_maker',
    'yes/no',
    [
      'decision maker, is decision maker, authority, has authority, buying role, purchase role, decident, factor de decizie',
      'decisore, potere decisionale, decydent, osoba decyzyjna, лпр, лицо принимающее решение, принимает решение',
    ],
    'decision maker, authority',
  ),
  budget: slot(
    'budget',
    'yes/no',
    [
      'budget, budget allotted, budget confirmed, has budget, budget amount, annual budget, approved budget, budget status',
    ],
    'budget, buget, budżet, бюджет',
  ),
  dealValue: slot('deal_value', 'number', [
    'deal value, deal size, estimated value, potential value, annual revenue, company revenue, declared monthly revenue',
    'monthly revenue, revenue, turnover, cifra de afaceri, valoare estimată, fatturato, valore stimato, ricavi',
    'przychód, obroty, wartość szansy, выручка, оборот, сумма сделки',
  ]),
  timing: slot(
    'purchase_timeframe',
    'text',
    [
      'purchase timeframe, purchase time frame, buying timeframe, timeframe, time frame, timeline, timing, urgency, closing in days',
      'termen, termen de achiziție, urgență, tempistica, tempi di acquisto, urgenza, termin zakupu, pilność, срок, срок покупки, срочность',
    ],
    'timeframe, timeline, tempistica',
  ),
  approval: slot(
    'final_approval',
    'yes/no',
    [
      'final approval, approval, approved, approval status, sign off, aprobare, aprobare finală, approvazione, approvazione finale',
      'akceptacja, zatwierdzenie, zgoda, одобрение, согласование, утверждение',
    ],
    'approval',
  ),
  age: slot('age', 'number', ['age, customer age, vârstă, età, wiek, возраст']),
  businessType: slot('business_type', 'text', [
    'business type, b2b or b2c, b2b b2c, lead type, customer type, client type, account type, tip client, tip de client',
    'tipo cliente, tipo di cliente, typ klienta, тип клиента',
  ]),
  device: slot('device', 'text', [
    'device, device type, device category, platform, dispozitiv, dispositivo, urządzenie, устройство',
  ]),
  channel: slot(
    'source',
    'text',
    [
      'channel, source, lead source, original source, hs_analytics_source, traffic source, utm source, acquisition channel, origin',
      'lead origin, medium, utm medium, canal, sursă, sursa lead, canale, fonte, origine, provenienza, kanał, źródło, канал, источник, источник лида',
    ],
    'lead source, utm source',
  ),
  interest: slot(
    'interest',
    'text',
    [
      'interest, interests, product interest, product of interest, specialization, product, need, pain point',
      'interes, interese, produs, interesse, interessi, prodotto, zainteresowanie, produkt, интерес, интересы, продукт',
    ],
    'interest',
  ),
  newsletter: slot(
    'newsletter',
    'yes/no',
    [
      'newsletter, newsletter subscription, newsletter subscriber, subscribed, email opt in, opt in, marketing consent',
      'abonat, iscritto, iscrizione, subskrypcja, рассылка, подписка, подписан',
    ],
    'newsletter',
  ),
  optOut: slot('email_opt_out', 'yes/no', [
    'email opt out, do not email, has opted out of email, opted out, opt out, unsubscribed, unsubscribed from all email',
    'dezabonat, disiscritto, wypisany, отписан, отписался',
  ]),
  email: slot('email', 'text', [
    'email, email address, mail, adresă de email, adresa email, indirizzo email, posta elettronica, adres e-mail, adres email',
    'электронная почта, почта',
  ]),
  visits: slot('total_visits', 'number', [
    'total visits, visits, number of visits, website visits, number of sessions, sessions, num visits, hs_analytics_num_visits',
    'number of page views, page views, vizite, număr de vizite, visite, numero di visite, wizyty, liczba wizyt, визиты, количество визитов, посещения',
  ]),
  page: slot('url', 'text', [
    'url, page url, page, link, link url, page path, path, web page, webpage, landing page',
    'pagină, adresă, pagina, indirizzo, strona, adres, страница, ссылка, адрес',
  ]),
  subject: slot('subject', 'text', [
    'subject, title, activity name, form name, form title, asset name, name, call purpose, description',
    'subiect, titlu, oggetto, titolo, temat, tytuł, тема, название',
  ]),
} as const satisfies Readonly<Record<string, AttributeSlot>>;

export type AttributeSlotId = keyof typeof ATTRIBUTE_SLOTS;
