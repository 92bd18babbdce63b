/** Marketo: bulk extracts (`leadId`, empty fields as the text null) and list exports. */
import type { Heading, Preset } from './preset.ts';

const EMPTY_FIELD = ['null'] as const;
const CREATED: Heading = ['Created At', 'Created Date', 'Created'];

const LEADS: Preset = {
  name: 'marketo-leads',
  rows: 'leads',
  required: [
    CREATED,
    ['Email Address', 'Email'],
    ['Lead Score', 'Person Score', 'Acquisition Program', 'Acquisition Program Id'],
  ],
  usual: [
    ['First Name'],
    ['Last Name'],
    ['Company Name', 'Company'],
    ['Lead Status', 'Person Status'],
    ['Lead Source', 'Person Source'],
    ['Unsubscribed'],
  ],
  lead: ['Lead ID', 'Person ID', 'Marketo ID', 'Id'],
  created: CREATED,
  stages: [
    { stage: 'mql', at: ['MQL Date', 'Became MQL Date'] },
    { stage: 'sql', at: ['SQL Date', 'Became SQL Date'] },
  ],
  leaveOut: [
    ['Updated At'],
    ['Phone', 'Phone Number'],
    ['Mobile Phone', 'Mobile Phone Number'],
    ['Website'],
    ['Marketo GUID'],
    ['Cookies'],
    ['SFDC Id'],
  ],
  missing: EMPTY_FIELD,
};

/** The types are numbers that each Marketo instance explains itself. */
const ACTIVITIES: Preset = {
  name: 'marketo-activities',
  rows: 'activities',
  required: [['activityTypeId', 'Activity Type']],
  usual: [['marketoGUID'], ['campaignId'], ['primaryAttributeValueId'], ['primaryAttributeValue'], ['attributes']],
  lead: ['leadId', 'Person ID'],
  at: ['activityDate'],
  type: { column: ['activityTypeId', 'Activity Type'], constant: 'activity' },
  stages: [],
  leaveOut: [['marketoGUID'], ['campaignId'], ['primaryAttributeValueId'], ['attributes']],
  missing: EMPTY_FIELD,
};

export const MARKETO_PRESETS: readonly Preset[] = [LEADS, ACTIVITIES];
