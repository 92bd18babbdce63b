/** HubSpot's contacts and what they did: list exports, names of the API, and tables as Fivetran replicates them (`property_…`). */
import type { Heading, Preset, PresetStage } from './preset.ts';

const CONTACT: Heading = ['Contact ID', 'vid'];
const CREATED: Heading = ['Create Date', 'property_createdate'];
const LIFECYCLE: Heading = ['Lifecycle Stage', 'property_lifecyclestage'];
const STATUS: Heading = ['Lead Status', 'property_hs_lead_status'];
const SOURCE: Heading = ['Original Source', 'hs_analytics_source', 'property_hs_analytics_source'];
const OF_THE_SYSTEM: readonly Heading[] = [['_fivetran_deleted'], ['_fivetran_synced'], ['portal_id', 'app_id']];

/** A later stage says that the earlier ones were passed. */
const LIFECYCLE_WORDS = [
  ['Marketing Qualified Lead', 'marketingqualifiedlead'],
  ['Sales Qualified Lead', 'salesqualifiedlead'],
  ['Opportunity'],
  ['Customer', 'Evangelist'],
] as const;

/** HubSpot dates each stage of its life cycle; without those columns the stage of today is all that is told. */
const reached = (stage: PresetStage['stage'], order: number, label: string, internal: string): PresetStage => ({
  stage,
  at: [
    `Became a ${label} Date`,
    `Became an ${label} Date`,
    `hs_lifecyclestage_${internal}_date`,
    `property_hs_lifecyclestage_${internal}_date`,
  ],
  tells: [{ column: LIFECYCLE, is: LIFECYCLE_WORDS.slice(order).flat() }],
  isDatedOnlyIfReached: true,
});

const CONTACTS: Preset = {
  name: 'hubspot-contacts',
  rows: 'leads',
  required: [
    CREATED,
    ['Email', 'property_email'],
    [...LIFECYCLE, ...STATUS, ...SOURCE, 'Contact owner', 'property_firstname'],
  ],
  usual: [
    ['First Name', 'property_firstname'],
    ['Last Name', 'property_lastname'],
    ['Company Name', 'property_company'],
    ['Job Title', 'property_jobtitle'],
    ['Contact owner', 'property_hubspot_owner_id'],
    LIFECYCLE,
    STATUS,
    SOURCE,
  ],
  lead: ['Record ID', ...CONTACT, 'hs_object_id', 'id'],
  created: CREATED,
  stages: [
    reached('mql', 0, 'Marketing Qualified Lead', 'marketingqualifiedlead'),
    reached('sql', 1, 'Sales Qualified Lead', 'salesqualifiedlead'),
    reached('opportunity', 2, 'Opportunity', 'opportunity'),
    reached('won', 3, 'Customer', 'customer'),
    { stage: 'rejected', tells: [{ column: STATUS, is: ['Unqualified'] }] },
  ],
  leaveOut: [
    ['Phone Number', 'property_phone'],
    ['Mobile Phone Number'],
    ['Website URL', 'property_website'],
    ['property_email_1'],
    ['property_created_at'],
    ['property_hs_calculated_merged_vids'],
    ['Last Activity Date', 'property_notes_last_updated'],
    ['Last Contacted', 'property_notes_last_contacted'],
    ...OF_THE_SYSTEM,
  ],
};

const FORM_SUBMISSIONS: Preset = {
  name: 'hubspot-form-submissions',
  rows: 'activities',
  required: [
    ['form_id', 'Form ID'],
    ['conversion_id', 'Conversion ID'],
  ],
  usual: [
    ['page_url', 'Page URL'],
    ['title', 'Form Name'],
  ],
  lead: CONTACT,
  at: ['timestamp', 'Submission Date'],
  type: { constant: 'form submission' },
  stages: [],
  leaveOut: [['conversion_id'], ['page_id'], ...OF_THE_SYSTEM],
};

/** The contact's id where the export has one; else the address, which joins leads whose id is their e-mail. */
const EMAIL_EVENTS: Preset = {
  name: 'hubspot-email-events',
  rows: 'activities',
  required: [
    ['type', 'Event type'],
    ['email_campaign_id', 'Email campaign ID'],
  ],
  usual: [['app_id'], ['sent_by_id'], ['filtered_event']],
  lead: [...CONTACT, 'recipient'],
  at: ['created', 'Event created'],
  type: { column: ['type', 'Event type'], constant: 'e-mail' },
  stages: [],
  leaveOut: [
    ['id'],
    ['caused_by_created'],
    ['caused_by_id'],
    ['obsoleted_by_created'],
    ['obsoleted_by_id'],
    ['sent_by_created'],
    ['sent_by_id'],
    ['app_id'],
    ...OF_THE_SYSTEM,
  ],
};

export const HUBSPOT_CONTACT_PRESETS: readonly Preset[] = [CONTACTS, FORM_SUBMISSIONS, EMAIL_EVENTS];
