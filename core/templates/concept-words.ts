/** Words by which cells say what a rule asks, English apart: where there is no history a template keeps to those. */
import { FREE_MAIL_DOMAINS } from '../quality/free-mail-domains.ts';
import { commaList } from './comma-list.ts';

export interface ConceptWords {
  readonly english: readonly string[];
  /** Romanian, Italian, Polish, Russian. */
  readonly others: readonly string[];
}

const words = (english: string, others: string): ConceptWords => ({
  english: commaList(english),
  others: commaList(others),
});

/** Has the authority to decide. */
export const DECIDES = words(
  'director, head, owner, founder, president, chief, CEO, CTO, CFO, COO, vice president, VP, businessman, entrepreneur',
  'directoare, director general, șef, proprietar, fondator, administrator, președinte, direttore, direttrice, titolare, amministratore, fondatore, presidente, capo, imprenditore, dyrektor, dyrektorka, prezes, właściciel, właścicielka, założyciel, szef, директор, руководитель, владелец, основатель, президент, глава, собственник',
);

/** Has a say, and does not decide. */
export const INFLUENCES = words(
  'manager, engineer, buyer, consultant, architect, specialist, professional',
  'inginer, inginer șef, achizitor, consultant, responsabil, ingegnere, responsabile, consulente, specialista, compratore, kierownik, menedżer, inżynier, kupiec, specjalista, doradca, менеджер, инженер, закупщик, специалист, консультант',
);

/** Will not buy: looks for work, or learns. */
export const LEARNS = words(
  'student, intern, trainee, unemployed, job seeker, retired',
  'stagiar, șomer, studentă, studente, studentessa, tirocinante, stagista, disoccupato, studentka, stażysta, bezrobotny, студент, студентка, стажер, стажёр, безработный',
);

export const EXISTING_CUSTOMER = words(
  'existing, existing customer, customer, client, current',
  'existent, actual, cliente, esistente, klient, obecny, клиент, действующий',
);

export const BUSINESS = words(
  'B2B, business, company, organization, reseller, manufacturer, wholesale',
  'persoană juridică, firmă, azienda, aziendale, rivenditore, firma, przedsiębiorstwo, юрлицо, компания, бизнес',
);

/** The money is there. */
export const ALLOTTED = words(
  'yes, approved, allotted, allocated, confirmed, available, secured',
  'da, aprobat, alocat, confirmat, sì, si, approvato, stanziato, confermato, tak, zatwierdzony, przyznany, да, выделен, утвержден, одобрен',
);

export const APPROVED = words(
  'yes, approved, given, signed, done, granted',
  'da, aprobat, semnat, sì, si, approvato, firmato, tak, zatwierdzono, podpisano, да, одобрено, утверждено, подписано',
);

export const DECISION_ROLE = words(
  'yes, decision maker, decides, economic buyer, final say',
  'da, decident, sì, si, decisore, tak, decydent, да, лпр',
);

/** Buys within about a quarter of a year. */
export const SOON = words(
  'now, immediately, immediate, asap, urgent, this week, this month, next month, this quarter, 1 month, 3 months, 30 days, 60 days, 90 days, hot',
  'acum, imediat, urgent, luna aceasta, 3 luni, ora, subito, adesso, immediato, urgente, questo mese, 3 mesi, teraz, natychmiast, pilne, 3 miesiące, сейчас, немедленно, срочно, в этом месяце, 3 месяца',
);

/** Ends of addresses that anybody gets for nothing. */
export const FREE_MAIL: ConceptWords = {
  english: ['@gmail.com', '@yahoo.com', '@hotmail.com', '@outlook.com'],
  others: [...FREE_MAIL_DOMAINS].map((domain) => `@${domain}`),
};
