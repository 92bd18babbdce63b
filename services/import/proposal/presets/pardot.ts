/** Pardot (Account Engagement): its exports, and its tables as Fivetran replicates them. */
import type { Heading, Preset } from './preset.ts';

const CREATED: Heading = ['Created Date', 'created_at', 'Created'];

const PROSPECTS: Preset = {
  name: 'pardot-prospects',
  rows: 'leads',
  required: [['Email'], ['Score'], ['Grade'], CREATED],
  usual: [
    ['First Name'],
    ['Last Name'],
    ['Company'],
    ['Source'],
    ['Campaign', 'campaign_id'],
    ['Do Not Email', 'is_do_not_email'],
    ['crm_lead_fid', 'CRM Lead FID'],
  ],
  lead: ['Prospect ID', 'id', 'Email'],
  created: CREATED,
  stages: [],
  leaveOut: [
    ['Phone'],
    ['Fax'],
    ['Website'],
    ['Address One', 'Address'],
    ['Updated Date', 'updated_at'],
    ['Last Activity', 'last_activity_at'],
    ['crm_lead_fid', 'CRM Lead FID'],
    ['crm_contact_fid', 'CRM Contact FID'],
    ['crm_url', 'CRM URL'],
    ['_fivetran_synced'],
  ],
};

const ACTIVITIES: Preset = {
  name: 'pardot-activities',
  rows: 'activities',
  required: [
    ['type_name', 'Type'],
    ['visitor_id', 'Visitor ID'],
  ],
  usual: [['type'], ['details', 'Activity'], ['campaign_id', 'Campaign']],
  lead: ['prospect_id', 'Prospect ID'],
  at: CREATED,
  type: { column: ['type_name', 'Type'], constant: 'activity' },
  stages: [],
  leaveOut: [['id'], ['visitor_id'], ['updated_at'], ['_fivetran_synced']],
};

export const PARDOT_PRESETS: readonly Preset[] = [PROSPECTS, ACTIVITIES];
