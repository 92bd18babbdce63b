/** Mautic: contacts (names of its fields in small letters and one word) and what they did. */
import type { Heading, Preset } from './preset.ts';

const CREATED: Heading = ['date_added', 'dateAdded', 'Date added'];

const CONTACTS: Preset = {
  name: 'mautic-contacts',
  rows: 'leads',
  // `First Name` and `Last Name` are everybody's.
  asWritten: ['firstname', 'lastname'],
  required: [['email'], ['company']],
  usual: [['points'], ['country'], ['title'], ['date_identified', 'dateIdentified'], CREATED],
  lead: ['id', 'Contact ID', 'email'],
  created: CREATED,
  stages: [],
  leaveOut: [
    ['phone'],
    ['mobile'],
    ['fax'],
    ['address1'],
    ['address2'],
    ['website'],
    ['ip', 'ipAddress'],
    ['facebook'],
    ['twitter'],
    ['last_active', 'lastActive'],
    ['date_modified', 'dateModified'],
  ],
};

const ACTIVITIES: Preset = {
  name: 'mautic-activities',
  rows: 'activities',
  required: [
    ['Event type', 'eventType', 'event'],
    ['Event name', 'eventLabel'],
  ],
  usual: [['Details']],
  lead: ['Contact ID', 'contactId', 'lead_id'],
  at: ['Event timestamp', 'timestamp', 'date_added'],
  type: { column: ['Event type', 'eventType', 'event'], constant: 'event' },
  stages: [],
  leaveOut: [['Event ID', 'eventId'], ['Details']],
};

export const MAUTIC_PRESETS: readonly Preset[] = [CONTACTS, ACTIVITIES];
