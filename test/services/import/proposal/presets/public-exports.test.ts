/** Every public export beside the project: recognised as what, with which columns for what. */
import { describe, expect, it } from 'vitest';
import type { DelimitedMapping } from '../../../../../api/import.ts';
import type { PresetName } from '../../../../../api/import-presets.ts';
import { columnFault, parseMapping } from '../../../../../services/import/mapping/parse-mapping.ts';
import { inspectedTable } from '../../../../support/inspected-table.ts';
import { publicFile } from '../../../../support/public-file.ts';

const HUBSPOT = 'crm-headings/hubspot-contacts';
const SALESFORCE = 'crm-headings/salesforce';

/** `stages`: the stage, its condition's column, its date. */
const RECOGNISED: readonly (readonly [
  file: string,
  preset: PresetName,
  uses: Partial<DelimitedMapping>,
  stages: readonly string[],
])[] = [
  [
    `${HUBSPOT}/contact_data.csv`,
    'hubspot-contacts',
    { rows: 'leads', lead: 'id', created: 'property_createdate' },
    [],
  ],
  [
    `${HUBSPOT}/contact_form_submission_data.csv`,
    'hubspot-form-submissions',
    { rows: 'activities', lead: 'contact_id', at: 'timestamp', type: { constant: 'form submission' } },
    [],
  ],
  [
    `${HUBSPOT}/deal_data.csv`,
    'hubspot-deals-as-leads',
    { rows: 'leads', lead: 'deal_id', created: 'property_createdate' },
    [
      'opportunity',
      'won deal_pipeline_stage_id property_closedate property_amount',
      'lost deal_pipeline_stage_id property_closedate property_amount',
    ],
  ],
  [
    `${HUBSPOT}/email_event_data.csv`,
    'hubspot-email-events',
    { rows: 'activities', lead: 'recipient', at: 'created', type: { column: 'type' } },
    [],
  ],
  [
    `${SALESFORCE}/karimlm99_Leads.csv`,
    'salesforce-leads',
    { rows: 'leads', lead: 'Email', leaveOut: ['Phone'] },
    ['mql', 'sql Status', 'rejected Status'],
  ],
  [
    `${SALESFORCE}/opportunityData.csv`,
    'salesforce-opportunities-as-leads',
    { rows: 'leads', lead: 'ID', created: 'CREATEDDATE' },
    ['opportunity', 'won ISWON CLOSEDATE AMOUNT', 'lost STAGENAME CLOSEDATE AMOUNT'],
  ],
  [
    'zoho-crm-demo/Leads.csv',
    'zoho-leads',
    { rows: 'leads', lead: 'LEADID', created: 'Created Time', dates: { 'Created Time': 'plain' } },
    ['mql'],
  ],
  [
    'zoho-crm-demo/Potentials.csv',
    'zoho-deals',
    {
      rows: 'stages',
      lead: 'LEADID',
      dates: { 'Created Time': 'plain', 'Closing Date': 'plain' },
      numbers: { Amount: 'point' },
    },
    ['opportunity Created Time', 'won Stage Closing Date Amount', 'lost Stage Closing Date Amount'],
  ],
  [
    'zoho-crm-demo/Calls.csv',
    'zoho-calls',
    { rows: 'activities', lead: 'LEADID', at: 'Call Start Time', type: { constant: 'call' } },
    [],
  ],
  [
    'zoho-crm-demo/Events.csv',
    'zoho-events',
    { rows: 'activities', lead: 'LEADID', at: 'Start DateTime', type: { constant: 'event' } },
    [],
  ],
];

/** Tables that tell of no lead, and exports of nobody's CRM: the proposal by plain words stays. */
const UNKNOWN: readonly string[] = [
  `${HUBSPOT}/deal_contact_data.csv`,
  `${HUBSPOT}/deal_pipeline_stage_data.csv`,
  `${HUBSPOT}/email_event_click_data.csv`,
  `${HUBSPOT}/email_event_open_data.csv`,
  `${SALESFORCE}/CopadoTraining_Leads.csv`,
  'zoho-crm-demo/Campaign_Lead_Status.csv',
  'zoho-crm-demo/Campaigns.csv',
  'zoho-crm-demo/Tasks.csv',
  'zoho-crm-demo/Users.csv',
  'olist-funnel/olist_closed_deals_dataset.csv',
  'olist-funnel/olist_marketing_qualified_leads_dataset.csv',
  'x-education/Leads.csv',
];

const inspected = (file: string) => inspectedTable(publicFile(file));

describe('a public export', () => {
  it.each(RECOGNISED)('%s is %s', async (file, preset, uses, stages) => {
    const source = await inspected(file);
    const { proposed } = source;
    expect(source.preset).toBe(preset);
    expect(proposed).toMatchObject(uses);
    expect(
      proposed.stages.map(({ stage, column, at, amount }) =>
        [stage, column, at, amount].filter((part) => part !== undefined).join(' '),
      ),
    ).toEqual(stages);
    const names = source.columns.map(({ name }) => name);
    expect(parseMapping(proposed)).toEqual({ ok: true, value: proposed });
    expect(columnFault(proposed, names)).toBeNull();
    expect(proposed.leaveOut.filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(UNKNOWN)('%s is no known one', async (file) => {
    expect((await inspected(file)).preset).toBeNull();
  });
});
