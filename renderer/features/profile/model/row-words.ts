/** What rows are called. */
import type { AttributeLevel, AttributeProfile, BehaviourProfile } from '../../../../api/profile.ts';
import type { Messages } from '../../../i18n/messages.tsx';
import type { ProfileRow } from './profile-rows.ts';

/** "employees: 50 to under 150", "quote_request: at least once". */
export const rowTitle = (messages: Messages, row: ProfileRow): string =>
  messages.t('profile.row.title', { subject: subjectWords(messages, row.profile), level: levelWords(messages, row) });

/** "employees", "page_view, url /pricing". */
export const subjectWords = ({ t }: Messages, profile: AttributeProfile | BehaviourProfile): string => {
  if ('attribute' in profile) return profile.attribute;
  const { activity, property, propertyValue } = profile;
  return property === null ? activity : t('profile.row.behaviour', { activity, property, value: propertyValue ?? '' });
};

/** "50 to under 150", "at least once", "no value". */
export const levelWords = (messages: Messages, row: ProfileRow): string =>
  row.kind === 'behaviour'
    ? messages.t(`profile.times.${row.level.value}`)
    : attributeLevelWords(messages, row.level, row.profile.kind);

/** A level of an attribute, without its name. */
export const attributeLevelWords = (
  messages: Messages,
  level: AttributeLevel,
  kind: AttributeProfile['kind'],
): string => {
  const { t } = messages;
  if (level.kind === 'missing') return t('profile.level.missing');
  if (level.kind === 'others') return t('profile.level.others', { count: level.values });
  if (level.band === null) return level.value ?? '';
  const { from, to } = level.band;
  const place = (at: number | null): string => (at === null ? '' : cutWords(messages, at, kind));
  if (from === null) return to === null ? t('profile.level.any') : t('profile.level.below', { to: place(to) });
  return to === null
    ? t('profile.level.from', { from: place(from) })
    : t('profile.level.between', { from: place(from), to: place(to) });
};

/** A cut point as it is read: a day for a date. */
export const cutWords = ({ format }: Messages, cut: number, kind: AttributeProfile['kind']): string =>
  kind === 'date' ? format.date(cut) : format.decimal(cut, 2);
