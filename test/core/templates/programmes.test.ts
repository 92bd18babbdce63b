/** Each programme on a history worked by hand, with its source's figures. */
import { describe, expect, it } from 'vitest';
import type { TemplateId } from '../../../core/templates/template.ts';
import type { LeadRows } from '../../support/history-of.ts';
import { lead, readOn, scoredLeads } from './scored-leads.ts';

type Expected = Readonly<
  Record<
    string,
    {
      readonly why: Readonly<Record<string, number>>;
      readonly dimensions: readonly number[];
      readonly score: number;
      readonly reached: readonly string[];
    }
  >
>;

const expectScores = (id: TemplateId, leads: readonly LeadRows[], expected: Expected) => {
  const scored = scoredLeads(id, { leads }).filter(({ lead: name }) => name !== 'today');
  expect(Object.fromEntries(scored.map(({ lead: name, ...rest }) => [name, rest]))).toEqual(expected);
};

describe('explicit and implicit criteria', () => {
  it('give 10 to 50 for what a lead is, and 10, 20 and 40 for the page before an order, the quote and its download', () => {
    expectScores(
      'explicit-implicit',
      [
        lead(
          'Anna',
          { company: 'Acme', employees: '300', job_title: 'Managing Director', country: 'Germany', customer: 'no' },
          [
            [1, 'page_view', '/pricing'],
            [2, 'quote_request', '/quote-request'],
            [3, 'page_view', '/quote/17'],
          ],
        ),
        lead(
          'Bruno',
          { company: '', employees: '40', job_title: 'Process Engineer', country: 'Italy', customer: 'yes' },
          [1, 2, 3, 4, 5].map((day) => [day, 'page_view', '/products']),
        ),
        lead(
          'Carla',
          { company: 'Carla AG', employees: '50', job_title: 'Student', country: 'Germany', customer: '' },
          [
            [1, 'newsletter_subscribe'],
            [2, 'click_to_call'],
            [2, 'click_to_call'],
          ],
        ),
        lead('Dora', { company: '', employees: '', job_title: '', country: 'Germany', customer: '' }, [
          [1, 'quote_request'],
          [3, 'quote_request'],
          [5, 'quote_request'],
        ]),
      ],
      {
        Anna: {
          why: {
            'company-known': 10,
            employees: 50,
            decides: 50,
            'our-location': 20,
            'page-before-order': 10,
            'quote-request': 20,
            'quote-download': 40,
          },
          dimensions: [130, 70],
          score: 200,
          reached: ['mql', 'hot'],
        },
        Bruno: {
          why: { employees: 10, influences: 20, 'existing-customer': 30, 'page-visits': 10 },
          dimensions: [60, 10],
          score: 70,
          reached: ['mql'],
        },
        Carla: {
          why: { 'company-known': 10, employees: 30, 'our-location': 20, newsletter: 10, 'click-to-call': 20 },
          dimensions: [60, 30],
          score: 90,
          reached: ['mql'],
        },
        Dora: { why: { 'our-location': 20, 'quote-request': 40 }, dimensions: [20, 40], score: 60, reached: ['mql'] },
      },
    );
  });

  it('takes the better of two jobs in one title', () => {
    expectScores('explicit-implicit', [lead('Ada', { job_title: 'Chief Engineer' })], {
      Ada: { why: { decides: 50, influences: 20, job: -20 }, dimensions: [50, 0], score: 50, reached: [] },
    });
  });
});

describe('five steps', () => {
  it('give 5, 10 and 15 for attributes, and for a demo far more than for a contest', () => {
    expectScores(
      'five-steps',
      [
        lead('Anna', { job_title: 'Owner', employees: '999', industry: 'Paper', country: 'Germany' }, [
          [1, 'demo_request'],
        ]),
        lead('Bruno', { job_title: 'Buyer', employees: '1000', industry: 'Paper', country: 'Italy' }, [
          [1, 'contest_entry'],
          [2, 'contest_entry'],
        ]),
        lead('Carla', { job_title: '', employees: '20', industry: 'Mining', country: 'Germany' }, [
          [1, 'webinar'],
          [2, 'webinar'],
          [3, 'form_submit', '/ebook/1'],
          [5, 'form_submit', '/ebook/2'],
          [7, 'form_submit', '/ebook/3'],
          [8, 'page_view', '/pricing'],
        ]),
        readOn(8),
      ],
      {
        Anna: {
          why: { decides: 15, employees: 10, 'our-industry': 10, 'our-location': 5, 'demo-request': 30 },
          dimensions: [40, 30],
          score: 70,
          reached: ['mql'],
        },
        Bruno: {
          why: { influences: 5, employees: 15, 'our-industry': 10, contest: 1 },
          dimensions: [30, 1],
          score: 31,
          reached: [],
        },
        Carla: {
          why: {
            employees: 10,
            'our-location': 5,
            webinar: 20,
            form: 15,
            considering: -5,
            'page-visits': 1,
            'pricing-page': 10,
          },
          dimensions: [15, 41],
          score: 56,
          reached: ['mql'],
        },
      },
    );
  });

  it('count not acting too: 5 off for each 30 days of silence, forgotten 90 days later', () => {
    const silent = [lead('Anna', { country: 'Germany' }, [[0, 'page_view', '/home']])];
    const scoreOn = (day: number) => scoredLeads('five-steps', { leads: [...silent, readOn(day)] })[0]?.score;
    expect([29, 30, 60, 90, 119, 120, 150, 180].map((day) => [day, scoreOn(day)])).toEqual([
      [29, 6],
      [30, 1],
      [60, -4],
      [90, -9],
      [119, -9],
      [120, -4],
      [150, 1],
      [180, 6],
    ]);
  });
});

describe('classification, qualification, priority', () => {
  const qualities = {
    country: 'Germany',
    age: '40',
    profession: 'Engineering',
    job_title: 'Director',
    business_type: 'B2B',
    device: 'Desktop',
    source: 'Fair',
  };

  it('reads digit by digit: thousands are actions, hundreds qualities, units interactions', () => {
    expectScores(
      'thousands-hundreds-units',
      [
        lead('Anna', qualities, [
          [1, 'quote_request'],
          [1, 'quote_request'],
          [2, 'webinar'],
          [3, 'email_click'],
          [4, 'page_view', '/'],
          [5, 'page_view', '/'],
        ]),
        lead('Bruno', { ...qualities, age: '24', job_title: 'Clerk', business_type: 'B2C', device: 'Phone' }, [
          [1, 'email_click'],
        ]),
        lead('Carla', { ...qualities, age: '70', source: '' }, [[1, 'quote_request']]),
      ],
      {
        Anna: {
          why: {
            'decisive-action': 2_000,
            'our-location': 100,
            'our-age': 100,
            'our-profession': 100,
            'our-role': 100,
            business: 100,
            'our-device': 100,
            'our-channel': 100,
            'page-visits': 2,
            'email-click': 3,
            webinar: 10,
          },
          dimensions: [2_000, 700, 15],
          score: 2_715,
          reached: ['nurture', 'mql', 'hot'],
        },
        Bruno: {
          why: { 'our-location': 100, 'our-profession': 100, 'our-channel': 100, 'email-click': 3 },
          dimensions: [0, 300, 3],
          score: 303,
          reached: ['nurture'],
        },
        Carla: {
          why: {
            'decisive-action': 1_000,
            'our-location': 100,
            'our-profession': 100,
            'our-role': 100,
            business: 100,
            'our-device': 100,
          },
          dimensions: [1_000, 500, 0],
          score: 1_500,
          reached: ['nurture', 'mql'],
        },
      },
    );
  });

  it('states its limits: nine actions, and 99 units', () => {
    const many = (type: string, times: number): readonly (readonly [number, string])[] =>
      Array.from({ length: times }, (_none, index) => [index % 20, type]);
    const [scored] = scoredLeads('thousands-hundreds-units', {
      leads: [
        lead('Eager', {}, [
          ...many('quote_request', 30),
          ...many('page_view', 50),
          ...many('email_click', 50),
          ...many('form_submit', 50),
          ...many('webinar', 50),
        ]),
      ],
    });
    expect(scored).toMatchObject({ dimensions: [9_000, 0, 99], score: 9_099 });
    expect(scored?.why).toMatchObject({
      'page-visits': 20,
      'email-click': 30,
      form: 25,
      webinar: 30,
      interactions: -6,
    });
  });
});

describe('authority, budget, timing', () => {
  it('asks five questions, and three of them are the reliability threshold', () => {
    const answers = {
      decision_maker: 'yes',
      budget: 'yes',
      purchase_timeframe: '',
      final_approval: 'no',
      deal_value: '',
    };
    expectScores(
      'authority-budget-timing',
      [
        lead('Anna', { ...answers, purchase_timeframe: 'This month', deal_value: '25000' }, [[9, 'quote_request']]),
        lead('Bruno', { ...answers, purchase_timeframe: 'Next year', deal_value: '5000' }),
        lead('Carla', {
          ...answers,
          budget: 'no',
          final_approval: 'yes',
          purchase_timeframe: 'now',
          deal_value: '150000',
        }),
        readOn(10),
      ],
      {
        Anna: {
          why: { 'has-authority': 20, 'budget-allotted': 20, 'closes-soon': 20, 'right-time': 20, 'deal-value': 20 },
          dimensions: [80, 20, 0],
          score: 100,
          reached: ['mql', 'sales-qualified'],
        },
        Bruno: {
          why: { 'has-authority': 20, 'budget-allotted': 20, 'deal-value': 10 },
          dimensions: [40, 10, 0],
          score: 50,
          reached: ['mql'],
        },
        Carla: {
          why: { 'has-authority': 20, 'closes-soon': 20, 'approval-given': 20, 'deal-value': 30 },
          dimensions: [60, 30, 0],
          score: 90,
          reached: ['mql', 'sales-qualified'],
        },
      },
    );
  });

  it('clears the traces of the old cycle before a new one, and keeps what the lead is', () => {
    const acts = [
      [1, 'demo_request'],
      [2, 'page_view', '/pricing'],
    ] as const;
    expectScores(
      'authority-budget-timing',
      [
        lead('Before', { decision_maker: 'yes' }, acts),
        lead('After', { decision_maker: 'yes' }, acts, [
          [3, 'mql'],
          [5, 'recycled'],
        ]),
        lead('Again', { decision_maker: 'yes' }, [...acts, [7, 'page_view', '/pricing']], [[5, 'recycled']]),
        readOn(8),
      ],
      {
        Before: {
          why: { 'has-authority': 20, 'right-time': 20, 'demo-request': 10, 'pricing-page': 5 },
          dimensions: [40, 0, 15],
          score: 55,
          reached: ['mql'],
        },
        After: { why: { 'has-authority': 20 }, dimensions: [20, 0, 0], score: 20, reached: ['mql'] },
        Again: {
          why: { 'has-authority': 20, 'pricing-page': 5 },
          dimensions: [20, 0, 5],
          score: 25,
          reached: ['mql'],
        },
      },
    );
  });
});

describe('two dimensions with a validity period', () => {
  it('adds points and takes them away in both dimensions', () => {
    expectScores(
      'two-dimensions',
      [
        lead(
          'Anna',
          {
            country: 'Germany',
            industry: 'Paper',
            job_title: 'CEO',
            employees: '80',
            email: 'a@acme.example',
            opt_out: 'no',
          },
          [
            [1, 'webinar'],
            [2, 'page_view', '/pricing'],
            [3, 'email_click'],
          ],
        ),
        lead(
          'Bruno',
          {
            country: 'Italy',
            industry: 'Paper',
            job_title: 'Student',
            employees: '3',
            email: 'b@gmail.com',
            opt_out: 'yes',
          },
          [[1, 'demo_request']],
        ),
        readOn(10),
      ],
      {
        Anna: {
          why: {
            'our-location': 10,
            'our-industry': 10,
            decides: 20,
            employees: 10,
            webinar: 15,
            'page-visits': 1,
            'pricing-page': 10,
            'email-click': 5,
          },
          dimensions: [50, 31],
          score: 81,
          reached: ['mql', 'sales-ready'],
        },
        Bruno: {
          why: {
            'our-industry': 10,
            employees: -10,
            'free-mail': -10,
            learns: -20,
            'demo-request': 30,
            'opted-out': -20,
          },
          dimensions: [-30, 10],
          score: -20,
          reached: [],
        },
      },
    );
  });

  it('lets behaviour lapse after 90 days, and what the lead is stays', () => {
    const acting = [
      lead('Anna', { job_title: 'CEO' }, [[1, 'webinar'], ...[20, 40, 60, 80].map((day) => [day, 'call'] as const)]),
    ];
    const scoreOn = (day: number) => scoredLeads('two-dimensions', { leads: [...acting, readOn(day)] })[0]?.dimensions;
    expect([80, 90, 91].map((day) => [day, scoreOn(day)])).toEqual([
      [80, [20, 15]],
      [90, [20, 15]],
      [91, [20, 0]],
    ]);
  });
});
