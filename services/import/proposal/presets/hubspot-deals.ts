/** HubSpot's deals: stages of the contact where the export names it, else leads of their own. */
import { type Heading, type Preset, type PresetStage, YES } from './preset.ts';

const CONTACT: Heading = ['Associated Contact IDs', 'Associated Contact', 'Contact ID'];
const DEAL: Heading = ['Record ID', 'Deal ID', 'hs_object_id'];
const STAGE: Heading = ['Deal Stage', 'property_dealstage', 'deal_pipeline_stage_id'];
const CREATED: Heading = ['Create Date', 'property_createdate'];
const CLOSED: Heading = ['Close Date', 'property_closedate'];
const AMOUNT: Heading = ['Amount', 'property_amount'];
const NAME: Heading = ['Deal Name', 'property_dealname'];
const REASON: Heading = ['Closed Lost Reason', 'property_closed_lost_reason'];
const OF_THE_SYSTEM: readonly Heading[] = [
  ['is_deleted'],
  ['portal_id'],
  ['property_description', 'Deal Description'],
  ['_fivetran_synced'],
];

/** They follow from the outcome, so that a rule which read them would look ahead. */
const OUTCOMES: readonly Heading[] = [
  ['Is Deal Closed?', 'Is Closed', 'property_hs_is_closed'],
  ['Is Closed (numeric)'],
  ['Is Closed Won', 'property_hs_is_closed_won'],
  ['Is Closed Lost', 'property_hs_is_closed_lost'],
  ['Closed Won Reason', 'property_closed_won_reason'],
  ['Deal Probability', 'property_hs_deal_stage_probability'],
  ['Weighted Amount'],
  ['Forecast Amount'],
  ['Days To Close'],
];

const stagesFrom = (opportunity: PresetStage): readonly PresetStage[] => [
  opportunity,
  {
    stage: 'won',
    tells: [
      { column: ['Is Closed Won', 'property_hs_is_closed_won'], is: YES },
      { column: STAGE, is: ['Closed Won', 'closedwon'] },
    ],
    at: CLOSED,
    amount: AMOUNT,
  },
  {
    stage: 'lost',
    tells: [
      { column: ['Is Closed Lost', 'property_hs_is_closed_lost'], is: YES },
      { column: STAGE, is: ['Closed Lost', 'closedlost'] },
    ],
    at: CLOSED,
    amount: AMOUNT,
    reason: REASON,
  },
];

export const HUBSPOT_DEALS: Preset = {
  name: 'hubspot-deals',
  rows: 'stages',
  required: [NAME, STAGE, CREATED],
  usual: [DEAL, CLOSED, AMOUNT, ['Pipeline', 'deal_pipeline_id'], ['Deal owner', 'owner_id'], ['Deal Type']],
  lead: CONTACT,
  stages: stagesFrom({ stage: 'opportunity', at: CREATED }),
  leaveOut: [],
};

export const HUBSPOT_DEALS_AS_LEADS: Preset = {
  name: 'hubspot-deals-as-leads',
  rows: 'leads',
  absent: CONTACT,
  required: [NAME, STAGE, CREATED],
  usual: [CLOSED, AMOUNT, ['Pipeline', 'deal_pipeline_id'], ['Deal owner', 'owner_id'], ['Deal Type']],
  lead: DEAL,
  created: CREATED,
  stages: stagesFrom({ stage: 'opportunity' }),
  leaveOut: [NAME, ...OF_THE_SYSTEM, ...OUTCOMES],
};
