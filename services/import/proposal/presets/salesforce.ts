/** Salesforce: reports and import files (`Lead Status`), the Data Loader (`ISCONVERTED`) and Fivetran (`is_converted`). */
import { type Heading, type Preset, type PresetStage, YES } from './preset.ts';

const LEAD_OF_OPPORTUNITY: Heading = ['Lead ID', 'Converted Lead ID', 'Contact ID'];
const CREATED: Heading = ['Created Date', 'Create Date'];
const STATUS: Heading = ['Lead Status', 'Status'];
const STAGE: Heading = ['Stage', 'Stage Name'];
const CLOSED: Heading = ['Close Date'];
const AMOUNT: Heading = ['Amount'];
const OPPORTUNITY_NAME: Heading = ['Opportunity Name', 'Name'];
const OF_THE_SYSTEM: readonly Heading[] = [
  ['Is Deleted'],
  ['Created By Id', 'Created By'],
  ['Last Modified Date'],
  ['Last Modified By Id', 'Last Modified By'],
  ['System Modstamp'],
  ['Last Activity Date', 'Last Activity'],
  ['Last Viewed Date'],
  ['Last Referenced Date'],
  ['_fivetran_synced'],
];

const LEADS: Preset = {
  name: 'salesforce-leads',
  rows: 'leads',
  required: [STATUS, ['Lead Source'], ['Company', 'Company / Account']],
  usual: [['First Name'], ['Last Name'], ['Title'], ['Email'], ['Industry'], ['Lead Owner', 'Owner Id'], ['Rating']],
  lead: ['Lead ID', 'ID', 'Email'],
  created: CREATED,
  stages: [
    { stage: 'mql' },
    {
      stage: 'sql',
      at: ['Converted Date'],
      tells: [
        { column: ['Is Converted', 'Converted'], is: YES },
        { column: STATUS, is: ['Closed - Converted', 'Qualified', 'Converted'] },
      ],
      isDatedOnlyIfReached: true,
    },
    { stage: 'rejected', tells: [{ column: STATUS, is: ['Closed - Not Converted', 'Unqualified', 'Disqualified'] }] },
  ],
  leaveOut: [
    ['Phone'],
    ['Mobile Phone', 'Mobile'],
    ['Fax'],
    ['Website'],
    ['Street'],
    ['Is Converted', 'Converted'],
    ['Converted Account Id'],
    ['Converted Contact Id'],
    ['Converted Opportunity Id'],
    ...OF_THE_SYSTEM,
  ],
};

const stagesFrom = (opportunity: PresetStage): readonly PresetStage[] => [
  opportunity,
  {
    stage: 'won',
    tells: [
      { column: ['Is Won', 'Won'], is: YES },
      { column: STAGE, is: ['Closed Won'] },
    ],
    at: CLOSED,
    amount: AMOUNT,
  },
  {
    stage: 'lost',
    tells: [{ column: STAGE, is: ['Closed Lost'] }],
    at: CLOSED,
    amount: AMOUNT,
    reason: ['Loss Reason'],
  },
];

const OPPORTUNITIES: Preset = {
  name: 'salesforce-opportunities',
  rows: 'stages',
  required: [STAGE, CLOSED, OPPORTUNITY_NAME, CREATED],
  usual: [
    ['ID', 'Opportunity ID'],
    AMOUNT,
    ['Probability'],
    ['Is Won', 'Won'],
    ['Type'],
    ['Lead Source'],
    ['Forecast Category'],
  ],
  lead: LEAD_OF_OPPORTUNITY,
  stages: stagesFrom({ stage: 'opportunity', at: CREATED }),
  leaveOut: [],
};

/** An opportunity names no lead unless a report was made to; alone, it is the lead. What its outcome sets is left out. */
const OPPORTUNITIES_AS_LEADS: Preset = {
  name: 'salesforce-opportunities-as-leads',
  rows: 'leads',
  absent: LEAD_OF_OPPORTUNITY,
  required: [STAGE, CLOSED, OPPORTUNITY_NAME, CREATED],
  usual: [AMOUNT, ['Probability'], ['Is Won', 'Won'], ['Type'], ['Lead Source'], ['Forecast Category']],
  lead: ['Opportunity ID', 'ID'],
  created: CREATED,
  stages: stagesFrom({ stage: 'opportunity' }),
  leaveOut: [
    OPPORTUNITY_NAME,
    ['Description'],
    ['Next Step'],
    ['Probability', 'Probability (%)'],
    ['Expected Revenue'],
    ['Is Closed', 'Closed'],
    ['Forecast Category'],
    ['Account Id'],
    ['Pricebook Id'],
    ['Pricebook2Id'],
    ...OF_THE_SYSTEM,
  ],
};

const ACTIVITIES: Preset = {
  name: 'salesforce-activities',
  rows: 'activities',
  required: [['Subject'], ['Status', 'Task Status'], ['Priority']],
  usual: [
    ['Task Subtype', 'Activity Type', 'Type'],
    ['Owner Id', 'Assigned'],
  ],
  lead: ['Lead ID', 'Who Id', 'Name Id'],
  at: ['Activity Date', 'Date', 'Completed Date Time', 'Start'],
  type: { column: ['Task Subtype', 'Activity Type', 'Type'], constant: 'task' },
  stages: [],
  leaveOut: [['ID', 'Activity ID'], ['What Id'], ['Account Id'], ['Description'], CREATED, ...OF_THE_SYSTEM],
};

export const SALESFORCE_PRESETS: readonly Preset[] = [LEADS, OPPORTUNITIES, OPPORTUNITIES_AS_LEADS, ACTIVITIES];
