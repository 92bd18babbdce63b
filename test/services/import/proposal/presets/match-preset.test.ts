import { describe, expect, it } from 'vitest';
import { PRESET_NAMES, type PresetName } from '../../../../../api/import-presets.ts';
import { ALL_PRESETS } from '../../../../../services/import/proposal/presets/all-presets.ts';
import { mappingFromPreset } from '../../../../../services/import/proposal/presets/mapping-from-preset.ts';
import { matchPreset } from '../../../../../services/import/proposal/presets/match-preset.ts';

/** Headings as the systems write them (crm-headings/HEADINGS.md, and the systems' documentation). */
const HEADINGS: readonly (readonly [preset: PresetName | null, lead: string, headings: string])[] = [
  [
    'hubspot-contacts',
    'Record ID',
    'Record ID,First Name,Last Name,Email,Phone Number,Job Title,Contact owner,Lifecycle Stage,Create Date,Last Activity Date,Last Contacted,Company Name,Website URL',
  ],
  [
    'hubspot-contacts',
    'Record ID',
    'Record ID,First Name,Last Name,Email,Phone Number,Lead Status,Create Date,Original Source',
  ],
  [
    'hubspot-deals',
    'Associated Contact IDs',
    'Record ID,Deal Name,Deal Stage,Pipeline,Amount,Create Date,Close Date,Deal owner,Associated Contact,Associated Contact IDs',
  ],
  ['hubspot-deals-as-leads', 'Record ID', 'Record ID,Deal Name,Deal Stage,Pipeline,Amount,Create Date,Close Date'],
  [
    'salesforce-leads',
    'Lead ID',
    'Lead Owner,First Name,Last Name,Title,Company / Account,Lead Source,Rating,Lead Status,Created Date,Lead ID,Converted Date',
  ],
  [
    'salesforce-leads',
    'ID',
    'ID,ISDELETED,LASTNAME,FIRSTNAME,COMPANY,EMAIL,LEADSOURCE,STATUS,ISCONVERTED,CONVERTEDDATE,CREATEDDATE,OWNERID',
  ],
  [
    'salesforce-opportunities',
    'Lead ID',
    'Opportunity ID,Opportunity Name,Stage,Amount,Close Date,Created Date,Probability (%),Lead Source,Lead ID',
  ],
  ['salesforce-activities', 'WhoId', 'Id,WhoId,WhatId,Subject,ActivityDate,Status,Priority,OwnerId,TaskSubtype'],
  [
    'marketo-activities',
    'leadId',
    'marketoGUID,leadId,activityDate,activityTypeId,campaignId,primaryAttributeValueId,primaryAttributeValue,attributes',
  ],
  [
    'marketo-activities',
    'leadId',
    'marketoGUID,leadId,activityDate,activityTypeId,campaignId,primaryAttributeValueId,primaryAttributeValue, attributes',
  ],
  ['marketo-leads', 'id', 'id,email,createdAt,updatedAt,firstName,lastName,company,leadScore,leadStatus,leadSource'],
  [
    'pipedrive-people',
    'Person - Email (Work)',
    'Person - Name*,Person - First name,Person - Last name,Person - Phone,Person - Email (Work),Person - Email (Home),Organization - Name*,Organization - Address,Deal - Title,Deal - Value,Activity - Subject*,Activity - Due date,Note - Content*',
  ],
  [
    'pipedrive-deals',
    'Person - ID',
    'Deal - ID,Deal - Title,Deal - Value,Deal - Status,Deal - Stage,Deal - Deal created,Deal - Won time,Deal - Lost time,Deal - Lost reason,Person - ID',
  ],
  [
    'pipedrive-deals-as-leads',
    'Deal - ID',
    'Deal - ID,Deal - Title,Deal - Value,Deal - Status,Deal - Stage,Deal - Deal created,Deal - Won time,Deal - Lost time',
  ],
  [
    'pipedrive-activities',
    'Person - ID',
    'Activity - ID,Activity - Subject,Activity - Type,Activity - Due date,Activity - Done,Person - ID',
  ],
  [
    'zoho-leads',
    'Record Id',
    'Record Id,Lead Owner,Company,First Name,Last Name,Email,Lead Source,Lead Status,Industry,Created Time,Modified Time',
  ],
  ['mautic-contacts', 'email', 'firstname, lastname, company, email, country'],
  [
    'mautic-contacts',
    'email',
    'title,firstname,lastname,city,address1,state,zipcode,country,email,phone,company,website,facebook,twitter,ip,points',
  ],
  ['mautic-activities', 'Contact ID', 'Event type,Event name,Event timestamp,Contact ID,Details'],
  [
    'pardot-prospects',
    'id',
    'id,first_name,last_name,email,company,score,grade,created_at,updated_at,last_activity_at',
  ],
  ['pardot-activities', 'prospect_id', 'id,prospect_id,visitor_id,type,type_name,details,campaign_id,created_at'],
  [null, '', 'First Name,Last Name,Company,Email,Country'],
  [null, '', 'lead_id,timestamp,event,page'],
  [null, '', 'id,email,created_at,source'],
];

describe('the headings of an export', () => {
  it.each(HEADINGS)('say %s, with the lead in %j', (name, lead, headings) => {
    const names = headings.split(',').map((heading) => heading.trim());
    for (const written of [names, [...names].reverse()]) {
      const preset = matchPreset(written);
      expect(preset?.name ?? null).toBe(name);
      if (preset !== null) expect(mappingFromPreset(preset, written, [])?.lead).toBe(lead);
    }
  });

  it('are known for every name, once', () => {
    expect(ALL_PRESETS.map(({ name }) => name).sort()).toEqual([...PRESET_NAMES].sort());
  });

  it('that stand twice name no column', () => {
    expect(matchPreset(['LEADID', 'LEADID', 'Call Type', 'Call Start Time', 'Subject'])).toBeNull();
  });
});

describe('stages', () => {
  const stagesOf = (headings: string) => {
    const names = headings.split(',');
    const preset = matchPreset(names);
    return preset === null ? null : mappingFromPreset(preset, names, [])?.stages;
  };
  const hubspot = 'Record ID,Email,Create Date,Lifecycle Stage';

  it('are dated where the export dates them', () => {
    expect(stagesOf(`${hubspot},Became a Sales Qualified Lead Date,Became an Opportunity Date`)).toMatchObject([
      { stage: 'mql', column: 'Lifecycle Stage' },
      { stage: 'sql', at: 'Became a Sales Qualified Lead Date' },
      { stage: 'opportunity', at: 'Became an Opportunity Date' },
      { stage: 'won', column: 'Lifecycle Stage' },
    ]);
  });

  it('go by the words of the status else, a later one telling of the earlier', () => {
    expect(stagesOf(hubspot)?.find(({ stage }) => stage === 'opportunity')).toEqual({
      stage: 'opportunity',
      column: 'Lifecycle Stage',
      when: ['Opportunity', 'Customer', 'Evangelist'],
    });
  });

  it('won and lost of a deal keep their condition beside their date, with amount and reason', () => {
    const deals = 'Person - ID,Deal - Title,Deal - Value,Deal - Status,Deal - Deal created,Deal - Won time';
    expect(stagesOf(`${deals},Deal - Lost time,Deal - Lost reason`)?.slice(1)).toEqual([
      { stage: 'won', column: 'Deal - Status', when: ['Won'], at: 'Deal - Won time', amount: 'Deal - Value' },
      {
        stage: 'lost',
        column: 'Deal - Status',
        when: ['Lost'],
        at: 'Deal - Lost time',
        amount: 'Deal - Value',
        reason: 'Deal - Lost reason',
      },
    ]);
  });
});
