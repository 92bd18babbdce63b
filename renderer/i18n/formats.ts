/** Numbers and dates as the design wants them: narrow no-break spaces, a true minus, no more digits than an interval allows. */
export interface Formats {
  readonly count: (value: number) => string;
  /** At most `digits` decimals (default 1). */
  readonly decimal: (value: number, digits?: number) => string;
  /** Points as they were entered: at most two decimals. */
  readonly points: (value: number) => string;
  readonly signed: (value: number, digits?: number) => string;
  /** A share (0–1) as "34 %". */
  readonly percent: (share: number, digits?: number) => string;
  /** The difference of two shares in points: "+5.6". At most `digits` decimals (default 1). */
  readonly signedPoints: (difference: number, digits?: number) => string;
  /** "32–37": both ends of an interval of shares, in percent, without the sign. */
  readonly range: (interval: readonly [number, number]) => string;
  /** "34 % (32–37)". */
  readonly rate: (share: number, interval: readonly [number, number] | null) => string;
  /** An amount of money, shortened: "2.36 M". Histories name no currency. */
  readonly amount: (value: number) => string;
  readonly signedAmount: (value: number) => string;
  /** Whole cents as money, with so many decimals: 1250 is "12.50". */
  readonly cents: (cents: number, digits: 0 | 2) => string;
  readonly day: (atMs: number) => string;
  readonly date: (atMs: number) => string;
  /** A date of the calendar, ISO, which no time zone moves. */
  readonly calendarDate: (isoDate: string) => string;
  readonly dateTime: (atMs: number) => string;
  /** Of the day: "14:05". */
  readonly time: (atMs: number) => string;
  readonly month: (atMs: number) => string;
  readonly monthAndYear: (atMs: number) => string;
  /** "Mar 2026": where room is short. */
  readonly shortMonthAndYear: (atMs: number) => string;
}

const NARROW = '\u202f';

export const createFormats = (locale: string, timeZone: string): Formats => {
  const numbers = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(locale, { useGrouping: true, ...options });
    return oftenAsked((value) => format.formatToParts(value).map(typeset).join(''));
  };
  /** What rounds to nothing is "±0": a bare 0 beside another figure would read as a figure of its own. */
  const signed = (options: Intl.NumberFormatOptions) => {
    const write = numbers({ ...options, signDisplay: 'exceptZero' });
    return (value: number) => write(value).replace(/^0$/u, '±0');
  };
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    return oftenAsked((atMs) => format.format(atMs));
  };
  const byDigits = [0, 1, 2].map((maximumFractionDigits) => ({
    plain: numbers({ maximumFractionDigits }),
    signed: signed({ maximumFractionDigits }),
  }));
  const at = (digits: number) => byDigits[Math.min(2, Math.max(0, digits))] ?? { plain: String, signed: String };
  const withCents = numbers({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const calendar = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const shortAmount: Intl.NumberFormatOptions = { notation: 'compact', maximumSignificantDigits: 3 };

  const decimal = (value: number, digits = 1) => at(digits).plain(value);
  const percent = (share: number, digits = 0) => `${decimal(share * 100, digits)}${NARROW}%`;
  const range = ([low, high]: readonly [number, number]) => `${decimal(low * 100, 0)}–${decimal(high * 100, 0)}`;
  return {
    count: (value) => decimal(value, 0),
    decimal,
    points: (value) => decimal(value, 2),
    signed: (value, digits = 1) => at(digits).signed(value),
    percent,
    signedPoints: (difference, digits = 1) => at(digits).signed(difference * 100),
    range,
    rate: (share, interval) => (interval === null ? percent(share) : `${percent(share)} (${range(interval)})`),
    amount: numbers(shortAmount),
    signedAmount: signed(shortAmount),
    cents: (cents, digits) => (digits === 2 ? withCents(cents / 100) : decimal(cents / 100, 0)),
    day: dates({ day: 'numeric', month: 'short' }),
    date: dates({ day: 'numeric', month: 'short', year: 'numeric' }),
    calendarDate: (isoDate) => calendar.format(Date.parse(isoDate)),
    dateTime: dates({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
    time: dates({ hour: '2-digit', minute: '2-digit' }),
    month: dates({ month: 'short' }),
    monthAndYear: dates({ month: 'long', year: 'numeric' }),
    shortMonthAndYear: dates({ month: 'short', year: 'numeric' }),
  };
};

const MOST_HELD = 2_000;

/** Of the hundreds of figures that a moved lever writes anew most were written for the move before. */
const oftenAsked = (write: (value: number) => string): ((value: number) => string) => {
  const held = new Map<number, string>();
  return (value) => {
    const known = held.get(value);
    if (known !== undefined) return known;
    if (held.size >= MOST_HELD) held.clear();
    // A map takes -0 for 0: so does what is written.
    const written = write(value + 0);
    held.set(value, written);
    return written;
  };
};

const typeset = (part: Intl.NumberFormatPart): string => {
  if (part.type === 'group') return NARROW;
  if (part.type === 'minusSign') return '\u2212';
  return part.type === 'compact' ? `${NARROW}${part.value}`.replaceAll(/\s+/gu, NARROW) : part.value;
};
