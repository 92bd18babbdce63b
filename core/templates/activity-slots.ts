/** The activities that templates count, by what systems and people call them in the app's five languages. */
import { commaList } from './comma-list.ts';
import type { ActivitySlot } from './slots.ts';

interface Written {
  readonly page?: string;
  readonly names?: string;
  readonly words?: string;
  readonly pages?: string;
  readonly subjects?: string;
  readonly onAnyType?: true;
}

const slot = (type: string, { page, names, words, pages, subjects, onAnyType }: Written): ActivitySlot => ({
  type,
  ...(page === undefined ? {} : { page }),
  names: commaList(names ?? ''),
  words: commaList(words ?? ''),
  pages: commaList(pages ?? ''),
  subjects: commaList(subjects ?? ''),
  ...(onAnyType ? { onAnyType } : {}),
});

export const ACTIVITY_SLOTS = {
  pageVisit: slot('page_view', {
    names: 'visit, page, hit, view, pageview, webpage',
    words:
      'page view, page viewed, page visit, page visited, visited page, visit webpage, web page, web visit, website visit, page hit, vizită, vizualizare, visita, visualizzazione, wizyta, odsłona, посещение, визит, просмотр страницы',
  }),
  pricingPage: slot('page_view', {
    page: '/pricing',
    words: 'pricing page, price list',
    pages: '/pricing, /prices, /price-list, /plans, /preturi, /prezzi, /listino, /cennik, /ceny, /цены',
  }),
  comparisonPage: slot('page_view', {
    page: '/compare',
    words: 'comparison page, vendor comparison',
    pages: '/compare, /comparison, /alternatives, /comparatie, /confronto, /porownanie, /сравнение',
  }),
  quoteRequest: slot('quote_request', {
    names: 'quote, quotation, rfq, preventivo',
    words:
      'quote request, quote requested, request quote, requested quote, request a quote, request for quote, quotation request, rfq, cerere ofertă, cerere de ofertă, solicitare ofertă, richiesta preventivo, richiesta di preventivo, richiesta offerta, zapytanie ofertowe, zapytanie o ofertę, запрос цены, запрос кп, запрос предложения',
    pages: '/quote-request, /request-a-quote, /request-quote, /rfq, /cerere-oferta, /preventivo, /zapytanie',
    subjects: 'quote request, request for quote, rfq, preventivo',
    onAnyType: true,
  }),
  quoteDownload: slot('page_view', {
    page: '/quote/',
    words:
      'quote download, quote downloaded, downloaded quote, quote opened, opened quote, quote viewed, proposal viewed, proposal opened',
    pages: '/quote/, /quotes/, /offer/, /preventivi/, /oferte/, /oferty/',
    onAnyType: true,
  }),
  clickToCall: slot('click_to_call', {
    names: 'inbound call, incoming call, callback request, call request, call back',
    words:
      'click to call, tap to call, phone click, call click, clicked phone, cerere apel, richiesta chiamata, kliknij i zadzwoń, обратный звонок',
  }),
  newsletter: slot('newsletter_subscribe', {
    names: 'subscribe, subscribed, subscription',
    words:
      'newsletter subscribe, newsletter subscription, newsletter signup, newsletter sign up, subscribed to newsletter, subscribe to list, abonare, iscrizione, subskrypcja, подписка',
  }),
  unsubscribe: slot('unsubscribe', {
    words:
      'unsubscribe, unsubscribed, unsubscribed email, opt out, opted out, dezabonare, disiscrizione, wypisanie, отписка',
  }),
  demoRequest: slot('demo_request', {
    words: 'demo, demonstration, demonstrație, dimostrazione, demonstracja, демо, демонстрация',
    pages: '/demo-request, /request-a-demo, /request-demo, /book-a-demo',
    subjects: 'demo, demonstration, dimostrazione, demonstracja, демо, демонстрация',
    onAnyType: true,
  }),
  order: slot('order', {
    names: 'trial, booking',
    words:
      'order, order placed, purchase, purchased, checkout, free trial, trial started, comandă, achiziție, ordine, acquisto, zamówienie, zakup, заказ, покупка',
  }),
  contest: slot('contest_entry', {
    words: 'contest, sweepstake, sweepstakes, competition, giveaway, prize draw, concurs, concorso, konkurs, конкурс',
    pages: '/contest, /giveaway, /concurs, /concorso, /konkurs',
    onAnyType: true,
  }),
  emailClick: slot('email_click', {
    names: 'click, clicked, clicks, email link',
    words:
      'email click, email clicked, e mail click, clicked email, click email, clicked link in email, click link in email, link click, newsletter click, click pe e mail, clic email, klik w e mail, kliknięcie, клик',
  }),
  form: slot('form_submit', {
    names: 'conversion, form, formular, modulo, formularz, форма',
    words:
      'form submit, form submitted, form submission, form fill, fill out form, filled out form, form success, form completed',
  }),
  download: slot('download', {
    words:
      'download, downloaded, ebook, e book, whitepaper, white paper, data sheet, datasheet, brochure, descărcare, scaricamento, pobranie, скачивание',
    pages: '/ebook, /e-book, /whitepaper, /white-paper, /data-sheet, /datasheet, /brochure, /download',
    onAnyType: true,
  }),
  webinar: slot('webinar', { words: 'webinar, webinarium, вебинар', subjects: 'webinar, webinarium, вебинар' }),
  tradeFair: slot('trade_fair', {
    words:
      'trade fair, trade show, tradeshow, conference, exhibition, fiera, târg, targi, konferencja, выставка, конференция',
    subjects: 'trade fair, trade show, conference, exhibition, fiera, targi, выставка',
  }),
  meeting: slot('meeting', {
    names: 'appointment',
    words: 'meeting, întâlnire, riunione, incontro, spotkanie, встреча',
    subjects: 'meeting, appointment',
  }),
} as const satisfies Readonly<Record<string, ActivitySlot>>;

export type ActivitySlotId = keyof typeof ACTIVITY_SLOTS;
