import { HUBSPOT_CONTACT_PRESETS } from './hubspot-contacts.ts';
import { HUBSPOT_DEALS, HUBSPOT_DEALS_AS_LEADS } from './hubspot-deals.ts';
import { MARKETO_PRESETS } from './marketo.ts';
import { MAUTIC_PRESETS } from './mautic.ts';
import { PARDOT_PRESETS } from './pardot.ts';
import { PIPEDRIVE_PRESETS } from './pipedrive.ts';
import type { Preset } from './preset.ts';
import { SALESFORCE_PRESETS } from './salesforce.ts';
import { ZOHO_PRESETS } from './zoho.ts';

/** A new system is one file and one line here, its names in api/import-presets.ts, and its words for the screen. */
export const ALL_PRESETS: readonly Preset[] = [
  ...HUBSPOT_CONTACT_PRESETS,
  HUBSPOT_DEALS,
  HUBSPOT_DEALS_AS_LEADS,
  ...SALESFORCE_PRESETS,
  ...MARKETO_PRESETS,
  ...PIPEDRIVE_PRESETS,
  ...ZOHO_PRESETS,
  ...MAUTIC_PRESETS,
  ...PARDOT_PRESETS,
];
