/** Pipedrive: its exports and its import sheet put the item before each heading (`Deal - Title`, `Person - Name*`). */
import type { Heading, Preset, PresetStage } from './preset.ts';

const PERSON: Heading = ['Person - ID', 'Deal - Contact person ID', 'Person - Email', 'Person - Email (Work)'];
const DEAL: Heading = ['Deal - ID'];
const TITLE: Heading = ['Deal - Title'];
const STATUS: Heading = ['Deal - Status'];
const CREATED: Heading = ['Deal - Deal created', 'Deal - Created', 'Deal - Add time'];
const VALUE: Heading = ['Deal - Value'];
const USUAL: readonly Heading[] = [
  VALUE,
  ['Deal - Stage'],
  ['Deal - Pipeline'],
  ['Deal - Owner'],
  ['Deal - Won time'],
  ['Deal - Lost time'],
];

const stagesFrom = (opportunity: PresetStage): readonly PresetStage[] => [
  opportunity,
  {
    stage: 'won',
    at: ['Deal - Won time', 'Deal - Deal closed on'],
    tells: [{ column: STATUS, is: ['Won'] }],
    amount: VALUE,
  },
  {
    stage: 'lost',
    at: ['Deal - Lost time', 'Deal - Deal closed on'],
    tells: [{ column: STATUS, is: ['Lost'] }],
    amount: VALUE,
    reason: ['Deal - Lost reason'],
  },
];

const PEOPLE: Preset = {
  name: 'pipedrive-people',
  rows: 'leads',
  required: [['Person - Name']],
  usual: [
    ['Person - First name'],
    ['Person - Last name'],
    ['Person - Phone'],
    ['Organization - Name'],
    ['Person - Owner'],
  ],
  lead: PERSON,
  created: ['Person - Person created', 'Person - Created', 'Person - Add time'],
  stages: [],
  leaveOut: [
    ['Person - Phone', 'Person - Phone (Work)'],
    ['Person - Email (Home)'],
    ['Organization - Address'],
    TITLE,
    VALUE,
    ['Activity - Subject'],
    ['Activity - Due date'],
    ['Note - Content'],
  ],
};

const DEALS: Preset = {
  name: 'pipedrive-deals',
  rows: 'stages',
  required: [TITLE, STATUS, CREATED],
  usual: [DEAL, ...USUAL],
  lead: PERSON,
  stages: stagesFrom({ stage: 'opportunity', at: CREATED }),
  leaveOut: [],
};

const DEALS_AS_LEADS: Preset = {
  name: 'pipedrive-deals-as-leads',
  rows: 'leads',
  absent: PERSON,
  required: [TITLE, STATUS, CREATED],
  usual: USUAL,
  lead: DEAL,
  created: CREATED,
  stages: stagesFrom({ stage: 'opportunity' }),
  leaveOut: [
    TITLE,
    ['Deal - Next activity date'],
    ['Deal - Last activity date'],
    ['Deal - Update time'],
    ['Deal - Probability'],
  ],
};

const ACTIVITIES: Preset = {
  name: 'pipedrive-activities',
  rows: 'activities',
  required: [['Activity - Type']],
  usual: [['Activity - Subject'], ['Activity - Done'], ['Activity - Assigned to user']],
  lead: [...PERSON, 'Activity - Contact person ID'],
  at: ['Activity - Marked as done time', 'Activity - Due date', 'Activity - Add time'],
  type: { column: ['Activity - Type'], constant: 'activity' },
  stages: [],
  leaveOut: [['Activity - ID'], ['Activity - Note'], ['Activity - Add time'], ['Activity - Update time']],
};

export const PIPEDRIVE_PRESETS: readonly Preset[] = [PEOPLE, DEALS, DEALS_AS_LEADS, ACTIVITIES];
