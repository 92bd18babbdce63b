import { createContext, type ReactNode, use, useMemo } from 'react';
import { createIntl, createIntlCache } from 'react-intl';
import { ENGLISH, type MessageId } from './catalogue.ts';
import { createFormats, type Formats } from './formats.ts';

export type TextValues = Readonly<Record<string, string | number>>;
export type RichValues = Readonly<Record<string, ReactNode | ((chunks: ReactNode) => ReactNode)>>;

export interface Messages {
  readonly t: (id: MessageId, values?: TextValues) => string;
  /** For sentences with marked words; `<b>` and `<hue>` are always there. */
  readonly rich: (id: MessageId, values?: RichValues) => ReactNode;
  readonly format: Formats;
}

/** `locale` as in BCP 47, `timeZone` an IANA name: days are told in the workshop's zone. */
export const createMessages = (locale: string, timeZone: string): Messages => {
  const intl = createIntl({ locale, messages: ENGLISH }, createIntlCache());
  // Most texts take no values; react-intl looks for their parts each time, and a lever that moves asks for a hundred.
  const whole = new Map<MessageId, string>();
  const wholeText = (id: MessageId): string => {
    const text = whole.get(id) ?? intl.formatMessage({ id });
    whole.set(id, text);
    return text;
  };
  return {
    t: (id, values) => (values === undefined ? wholeText(id) : intl.formatMessage({ id }, { ...values })),
    rich: (id, values) => intl.formatMessage({ id }, { ...MARKS, ...values }),
    format: createFormats(locale, timeZone),
  };
};

const MessagesContext = createContext<Messages>(createMessages('en-GB', 'UTC'));

export const MessagesProvider = ({
  timeZone,
  children,
}: {
  readonly timeZone: string;
  readonly children: ReactNode;
}) => {
  const messages = useMemo(() => createMessages(spokenLocale(navigator.languages), timeZone), [timeZone]);
  return <MessagesContext value={messages}>{children}</MessagesContext>;
};

export const useMessages = (): Messages => use(MessagesContext);

const MARKS = {
  b: (chunks: ReactNode) => <b className="strong">{chunks}</b>,
  hue: (chunks: ReactNode) => <span className="hue strong">{chunks}</span>,
};

/** Plural rules must fit the catalogue's language, so a locale of another language is passed over. */
const spokenLocale = (wanted: readonly string[]): string =>
  wanted.find((locale) => locale === 'en' || locale.startsWith('en-')) ?? 'en-GB';
