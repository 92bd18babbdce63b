import { itemAt } from '../at.ts';
import { DAY_MS } from '../history/history.ts';
import { DEMO_END_MS, isFair, toWorkingHours } from './demo-calendar.ts';
import { CAMPAIGNS, PRODUCT_PAGES } from './demo-words.ts';
import type { Random } from './random.ts';

/** `sign`: the feature of `demo-truth.ts` that the activity shows; null for what shows nothing. */
export interface DemoAct {
  readonly atMs: number;
  readonly type: string;
  readonly url: string;
  readonly channel: string;
  readonly agent: string;
  readonly campaign: string;
  readonly sign: JourneySign | null;
}

export type JourneySign =
  | 'quote'
  | 'demo'
  | 'configurator'
  | 'quoteOpened'
  | 'webinar'
  | 'tradeFair'
  | 'pricing'
  | 'dataSheet'
  | 'eBook'
  | 'newsletter';

const TIE_SHARE = 0.036;
const SAME_SESSION_SHARE = 0.62;
/** Page view, open, newsletter click, e-book, data sheet, webinar, demo, quote, trade fair. */
const KINDS = ['page', 'open', 'click', 'eBook', 'dataSheet', 'webinar', 'demo', 'quote', 'tradeFair'] as const;

/** What the lead does by itself, oldest first: log-normal many acts in bursts, the readier to buy the more telling. */
export function demoJourney(createdMs: number, intent: number, random: Random): DemoAct[] {
  const count = Math.min(400, Math.max(1, Math.round(random.logNormal(5.6, 1) * Math.exp(0.3 * intent))));
  const gapDays = Math.min(random.logNormal(6, 0.7), 500 / count);
  const eager = Math.exp(0.85 * intent);
  const weights = [50, 20, 8, 4.5, 4.5, 2.4, 0.9 * eager, 1.2 * eager, 0.5];
  const acts: DemoAct[] = [];
  let atMs = random.chance(0.08) ? createdMs - Math.floor(random.exponential(2) * 86_400) * 1000 : createdMs;
  while (acts.length < count && atMs <= DEMO_END_MS) {
    acts.push(
      demoAct(
        atMs,
        isFair(atMs) && random.chance(0.12) ? 'tradeFair' : itemAt(KINDS, random.weighted(weights)),
        intent,
        random,
      ),
    );
    const act = itemAt(acts, acts.length - 1);
    if (act.sign === 'quote' && random.chance(0.6)) acts.push(quoteOpening(atMs, random));
    atMs = nextInstant(itemAt(acts, acts.length - 1).atMs, gapDays, random);
  }
  return acts.filter((act) => act.atMs <= DEMO_END_MS);
}

/** The calls of sales after the hand-over: a consequence of being worked, never a sign of readiness. */
export const salesCall = (atMs: number): DemoAct => ({ ...act(atMs, 'call', null), channel: 'sales' });

function nextInstant(atMs: number, gapDays: number, random: Random): number {
  if (random.chance(TIE_SHARE)) return atMs;
  if (random.chance(SAME_SESSION_SHARE)) return atMs + random.whole(20, 480) * 1000;
  return Math.max(atMs + 1000, toWorkingHours(atMs + random.exponential(gapDays) * DAY_MS, random));
}

function demoAct(atMs: number, kind: (typeof KINDS)[number], intent: number, random: Random): DemoAct {
  const campaign = random.chance(0.3) ? random.pick(CAMPAIGNS) : '';
  switch (kind) {
    case 'page':
      return { ...page(atMs, intent, random), campaign };
    case 'open':
      return { ...act(atMs, 'email_open', null), channel: 'email', campaign: random.pick(CAMPAIGNS) };
    case 'click':
      return { ...act(atMs, 'email_click', 'newsletter'), channel: 'email', campaign, ...scannerOrHuman(random) };
    case 'eBook':
      return { ...act(atMs, 'form_submit', 'eBook'), url: `/ebook/${random.whole(1, 6)}`, campaign };
    case 'dataSheet':
      return { ...act(atMs, 'form_submit', 'dataSheet'), url: `/data-sheet/${random.whole(100, 140)}`, campaign };
    case 'webinar':
      return { ...act(atMs, 'webinar', 'webinar'), channel: 'webinar', campaign };
    case 'demo':
      return { ...act(atMs, 'demo_request', 'demo'), url: '/demo', campaign };
    case 'quote':
      return { ...act(atMs, 'quote_request', 'quote'), url: '/quote-request', campaign };
    case 'tradeFair':
      return { ...act(atMs, 'trade_fair', 'tradeFair'), channel: 'trade fair', campaign };
  }
}

function page(atMs: number, intent: number, random: Random): DemoAct {
  const eager = Math.exp(0.5 * intent);
  switch (random.weighted([100, 9 * eager, 7 * eager])) {
    case 1:
      return {
        ...act(atMs, 'page_view', 'pricing'),
        url: random.pick(['/pricing', '/pricing/service', '/en/pricing']),
      };
    case 2:
      return {
        ...act(atMs, 'page_view', 'configurator'),
        url: `/configurator/${random.pick(['centrifugal', 'dosing', 'vacuum'])}`,
      };
    default:
      return { ...act(atMs, 'page_view', null), url: random.pick(PRODUCT_PAGES) };
  }
}

const quoteOpening = (requestedMs: number, random: Random): DemoAct => ({
  ...act(toWorkingHours(requestedMs + (1 + random.exponential(2)) * DAY_MS, random), 'page_view', 'quoteOpened'),
  url: `/quote/Q${random.whole(10_000, 99_999)}`,
});

/** One click in thirty is a mail scanner's, and shows nothing of the lead. */
const scannerOrHuman = (random: Random): Pick<DemoAct, 'agent' | 'sign'> =>
  random.chance(1 / 30) ? { agent: 'mail scanner', sign: null } : { agent: 'browser', sign: 'newsletter' };

const act = (atMs: number, type: string, sign: JourneySign | null): DemoAct => ({
  atMs,
  type,
  url: '',
  channel: 'web',
  agent: '',
  campaign: '',
  sign,
});
