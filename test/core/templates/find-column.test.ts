import { describe, expect, it } from 'vitest';
import type { ColumnKind } from '../../../core/history/history.ts';
import type { ActivitySlotId } from '../../../core/templates/activity-slots.ts';
import type { AttributeSlotId } from '../../../core/templates/attribute-slots.ts';
import type { Columns } from '../../../core/templates/columns.ts';
import { findActivity } from '../../../core/templates/find-activity.ts';
import { attributeSlot, columnsFor } from '../../../core/templates/find-column.ts';

const found = (slot: AttributeSlotId, names: readonly string[], kind: ColumnKind = attributeSlot(slot).kind) =>
  columnsFor(
    attributeSlot(slot),
    names.map((name) => ({ name, kind })),
    [kind],
  )[0]?.name;

describe('a column for a slot', () => {
  it.each<readonly [slot: AttributeSlotId, headings: readonly string[]]>([
    [
      'employees',
      ['Number of Employees', 'NumberOfEmployees', 'No. of employees', 'property_numberofemployees', 'Company size'],
    ],
    [
      'employees',
      ['Număr de angajați', 'numar_angajati', 'Numero di dipendenti', 'Liczba pracowników', 'Количество сотрудников'],
    ],
    ['jobFunction', ['Job Title', 'Title', 'property_jobtitle', 'JobTitle', 'What is your current occupation']],
    ['jobFunction', ['Funcție', 'Ruolo', 'Stanowisko', 'Должность']],
    ['location', ['Country', 'Country/Region', 'Țară', 'Paese', 'Kraj', 'Страна', 'Lead Country', 'City']],
    ['industry', ['Industry', 'business_segment', 'Domeniu de activitate', 'Settore', 'Branża', 'Отрасль']],
    [
      'company',
      [
        'Company / Account',
        'Company Name',
        'property_company',
        'Organization - Name',
        'Azienda',
        'Nazwa firmy',
        'Компания',
      ],
    ],
    ['existingCustomer', ['Existing customer', 'is_customer', 'Cliente', 'Obecny klient', 'Client existent']],
    ['authority', ['Decision Maker', 'Decision_Maker__c', 'Decident', 'ЛПР']],
    ['budget', ['Budget', 'Budget confirmed?', 'Buget aprobat', 'Budżet', 'Бюджет']],
    ['dealValue', ['property_annualrevenue', 'Annual Revenue', 'declared_monthly_revenue', 'Fatturato']],
    ['timing', ['Purchase Timeframe', 'Timeline', 'Termin zakupu', 'Срок покупки']],
    [
      'channel',
      ['Lead Source', 'LeadSource', 'Original Source', 'property_hs_analytics_source', 'utm_source', 'Źródło', 'Sursă'],
    ],
    ['optOut', ['Do Not Email', 'Has Opted Out of Email', 'Email Opt Out', 'Unsubscribed']],
    ['visits', ['TotalVisits', 'Total Visits', 'hs_analytics_num_visits', 'Number of Sessions', 'Liczba wizyt']],
  ])('%s is found under each of %j', (slot, headings) => {
    expect(headings.map((heading) => found(slot, ['Unlike', heading, 'Other']))).toEqual(headings);
  });

  it.each<readonly [slot: AttributeSlotId, headings: readonly string[]]>([
    ['company', ['Company size', 'Company Website', 'Accompany']],
    ['age', ['Page', 'Age of deal', 'Stage']],
    ['channel', ['Data source', 'Resource']],
    ['budget', ['Budgeted Cost']],
    ['visits', ['Last visit', 'Page Views Per Visit']],
  ])('%s is none of %j', (slot, headings) => {
    expect(headings.filter((heading) => found(slot, [heading]) !== undefined)).toEqual([]);
  });

  it('is the surest of several, and one that can be read before one that cannot', () => {
    expect(found('location', ['City', 'Region', 'Country'])).toBe('Country');
    expect(
      columnsFor(
        attributeSlot('employees'),
        [
          { name: 'employees', kind: 'text' },
          { name: 'Headcount', kind: 'number' },
        ],
        ['number'],
      ).map(({ name }) => name),
    ).toEqual(['Headcount', 'employees']);
  });
});

const historyWith = (
  types: readonly string[],
  properties: Readonly<Record<string, readonly string[]>> = {},
): Columns => ({
  attributes: [],
  properties: Object.keys(properties).map((name) => ({ name, kind: 'text' })),
  types: types.map((value) => ({ value, rows: 1 })),
  values: (table, column) =>
    table === 'activities' ? (properties[column] ?? []).map((value) => ({ value, rows: 1 })) : [],
});

describe('activities for a slot', () => {
  it.each<readonly [slot: ActivitySlotId, types: readonly string[]]>([
    ['pageVisit', ['page_view', 'Visit Webpage', 'page.hit', 'Visit', 'Wizyta', 'посещение', 'Vizită']],
    ['emailClick', ['email_click', 'Click Email', 'CLICK', 'Clicked Link in Email', 'kliknięcie', 'Newsletter click']],
    ['form', ['form submission', 'Fill Out Form', 'form.submitted', 'Formularz', 'Modulo']],
    [
      'quoteRequest',
      ['quote_request', 'Request a quote', 'RFQ', 'Richiesta di preventivo', 'zapytanie ofertowe', 'Cerere de ofertă'],
    ],
    ['demoRequest', ['demo_request', 'Booked a demo', 'Demonstracja', 'Демо']],
    ['webinar', ['webinar', 'Webinar attended', 'Вебинар']],
    ['newsletter', ['newsletter_subscribe', 'Subscribed', 'Newsletter signup', 'подписка']],
    ['unsubscribe', ['Unsubscribed Email', 'unsubscribe', 'Dezabonare']],
    ['clickToCall', ['click-to-call', 'Inbound call', 'Callback request']],
  ])('%s are those of each type of %j', (slot, types) => {
    const on = types.map((type) => findActivity(slot, historyWith(['other', type]))?.on);
    expect(on).toEqual(types.map((type) => ({ type: [type] })));
  });

  it('are not those that only sound like it', () => {
    const none: readonly (readonly [ActivitySlotId, readonly string[]])[] = [
      ['newsletter', ['unsubscribe', 'newsletter click']],
      ['emailClick', ['email_open', 'call']],
      ['clickToCall', ['call', 'outbound call']],
      ['pageVisit', ['site meeting', 'Visited customer']],
      ['order', ['record', 'border']],
    ];
    for (const [slot, types] of none) expect([slot, findActivity(slot, historyWith(types))]).toEqual([slot, null]);
  });

  it('are told by the address of the page, with the parts that occur, among page views', () => {
    const columns = historyWith(['page_view', 'call'], { 'Page URL': ['/PREZZI/uno', '/plans', '/home'] });
    expect(findActivity('pricingPage', columns)).toEqual({
      on: { type: ['page_view'], if: { property: 'Page URL', op: 'contains', value: ['/plans', '/prezzi'] } },
      column: 'Page URL',
      offered: [
        { value: '/PREZZI/uno', rows: 1 },
        { value: '/plans', rows: 1 },
      ],
    });
    expect(findActivity('pricingPage', historyWith(['page_view'], { url: ['/home'] }))).toBeNull();
  });

  it('are told by the subject where no type is', () => {
    expect(findActivity('demoRequest', historyWith(['event'], { Subject: ['Demo for Sara', 'Demography'] }))).toEqual({
      on: { if: { property: 'Subject', op: 'hasWord', value: 'demo' } },
      column: 'Subject',
      offered: [{ value: 'Demo for Sara', rows: 1 }],
    });
  });
});
