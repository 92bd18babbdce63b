/** Zoho CRM, as exported by itself (`Record Id`) and through Zoho Analytics (`LEADID`). */
import type { Heading, Preset } from './preset.ts';

const LEAD: Heading = ['LEADID', 'Lead Id', 'Lead Name Id'];
const CREATED: Heading = ['Created Time'];
const STAGE: Heading = ['Stage'];
const CLOSING: Heading = ['Closing Date'];
const AMOUNT: Heading = ['Amount'];
const REASON: Heading = ['Reason For Loss', 'Reason For Loss__s'];
const LINKS: readonly Heading[] = [
  ['CONTACTID', 'Contact Id'],
  ['ACCOUNTID', 'Account Id'],
  ['POTENTIALID', 'Potential Id', 'Deal Id'],
  ['Who Id Id', 'Who Id'],
  ['What Id'],
  ['SEMODULE'],
  ['Modified Time'],
];
const NOT_ANSWERED = ['-None-'] as const;

/**
 * Zoho's leads are those that somebody works at. `Lead Status` and `CONVERTED` have no date and contradict each other (a
 * `Junk Lead` may be converted), so that they make no stage: the deals tell what became of a lead, and when.
 */
const LEADS: Preset = {
  name: 'zoho-leads',
  rows: 'leads',
  required: [['Lead Status'], CREATED, ['Lead Source'], ['Lead Owner']],
  usual: [['Company'], ['Industry'], ['CONVERTED', 'Is Converted'], ['Last Name'], ['Email'], ['Rating']],
  lead: ['LEADID', 'Lead Id', 'Record Id'],
  created: CREATED,
  stages: [{ stage: 'mql' }],
  leaveOut: [['Phone'], ['Mobile'], ['Fax'], ['Website'], ['Street'], ['month_Created Time1'], ['Modified Time']],
  missing: NOT_ANSWERED,
};

const DEALS: Preset = {
  name: 'zoho-deals',
  rows: 'stages',
  required: [['Potential Name', 'Deal Name'], STAGE, CREATED, CLOSING],
  usual: [['Potential Owner', 'Deal Owner'], AMOUNT, ['Expected Revenue'], ['Probability'], ['Campaign Id']],
  lead: LEAD,
  stages: [
    { stage: 'opportunity', at: CREATED },
    { stage: 'won', tells: [{ column: STAGE, is: ['Closed Won'] }], at: CLOSING, amount: AMOUNT },
    {
      stage: 'lost',
      tells: [{ column: STAGE, is: ['Closed Lost', 'Closed Lost to Competition', 'Closed-Lost to Competition'] }],
      at: CLOSING,
      amount: AMOUNT,
      reason: REASON,
    },
  ],
  leaveOut: [],
  missing: NOT_ANSWERED,
};

const CALLS: Preset = {
  name: 'zoho-calls',
  rows: 'activities',
  required: [['Call Type']],
  usual: [['Call Purpose'], ['Call Owner'], ['Call Duration (in seconds)', 'Call Duration'], ['Subject']],
  lead: LEAD,
  at: ['Call Start Time'],
  type: { constant: 'call' },
  stages: [],
  leaveOut: [['TASKID', 'Call Id', 'Record Id'], ...LINKS],
  missing: NOT_ANSWERED,
};

const EVENTS: Preset = {
  name: 'zoho-events',
  rows: 'activities',
  required: [['End DateTime', 'To']],
  usual: [
    ['Event Owner', 'Host'],
    ['Subject', 'Title'],
  ],
  lead: LEAD,
  at: ['Start DateTime', 'From'],
  type: { constant: 'event' },
  stages: [],
  leaveOut: [['EVENTID', 'Event Id', 'Record Id'], ...LINKS],
  missing: NOT_ANSWERED,
};

export const ZOHO_PRESETS: readonly Preset[] = [LEADS, DEALS, CALLS, EVENTS];
