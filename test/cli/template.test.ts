/** `accord templates` and `accord template`: on a history worked by hand, on the demo, and on public exports. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDemoCommand } from '../../cli/commands/demo.ts';
import { runImportCommand } from '../../cli/commands/import.ts';
import type { CommandStreams } from '../../cli/commands/simulate.ts';
import { runSimulate } from '../../cli/commands/simulate.ts';
import { runTemplateCommand } from '../../cli/commands/template.ts';
import { runTemplatesCommand } from '../../cli/commands/templates.ts';
import { parseRuleSet } from '../../core/rule-set/parse-rule-set.ts';
import type { Rule, RuleSet } from '../../core/rule-set/rule-set.ts';
import { TEMPLATE_IDS, type TemplateId } from '../../core/templates/template.ts';
import { publicFile } from '../support/public-file.ts';

const MAPPINGS = resolve(import.meta.dirname, '../fixtures/mappings');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-template-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

type Command = (args: readonly string[], streams: CommandStreams) => Promise<number>;

async function run(command: Command, ...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const status = await command(args, { out: (text) => out.push(text), err: (line) => err.push(line) });
  return { status, out: out.join(''), err };
}

const ruleSetOf = (text: string): RuleSet => {
  const parsed = parseRuleSet(JSON.parse(text));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};

const columnOf = (rule: Rule): string => {
  if (rule.kind === 'attribute') return 'attribute' in rule.if ? rule.if.attribute : '';
  if (rule.kind === 'bands' || rule.kind === 'counter') return rule.attribute;
  const types = (rule.on.type ?? ['any']).join();
  return rule.on.if !== undefined && 'property' in rule.on.if ? `${types} ${rule.on.if.property}` : types;
};

/** Column or type by rule, and the rules that are listed. */
async function mappedOnto(id: string, ...history: readonly string[]) {
  const { status, out, err } = await run(runTemplateCommand, id, ...history);
  expect(status).toBe(0);
  const ruleSet = ruleSetOf(out);
  return {
    columns: Object.fromEntries(ruleSet.rules.map((rule) => [rule.id, columnOf(rule)])),
    listed: err.flatMap((line) => /^not mapped: the rule "(.*?)"/u.exec(line)?.slice(1) ?? []),
    outOfReach: err.flatMap((line) => /^out of reach: "(.*?)"/u.exec(line)?.slice(1) ?? []),
    ruleSet,
  };
}

async function importInto(workshop: string, files: readonly (readonly [file: string, mapping: string])[]) {
  for (const [file, mapping] of files) {
    const { status, err } = await run(
      runImportCommand,
      workshop,
      publicFile(file),
      '--mapping',
      join(MAPPINGS, mapping),
    );
    if (status !== 0) throw new Error(err.join('\n'));
  }
}

/** No rule names a column or a type that the history lacks. */
async function expectNoWarnings(...history: readonly string[]) {
  for (const id of TEMPLATE_IDS) {
    const { out } = await run(runTemplateCommand, id, ...history);
    const rules = join(folder, 'warned.json');
    writeFileSync(rules, out);
    const simulated = await run(runSimulate, '--rules', rules, ...history);
    expect((JSON.parse(simulated.out) as { warnings: readonly string[] }).warnings).toEqual([]);
  }
}

describe('accord templates', () => {
  it('lists the five, one a line', async () => {
    const { status, out } = await run(runTemplatesCommand);
    expect(status).toBe(0);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.split(/\s/u)[0]),
    ).toEqual(TEMPLATE_IDS);
    expect(out).toContain('Classification, qualification, priority: 1,000 for each decisive action');
    const json = JSON.parse((await run(runTemplatesCommand, '--json')).out) as { templates: readonly unknown[] };
    expect(json.templates.length).toBe(5);
  });

  it('takes nothing else', async () => {
    expect((await run(runTemplatesCommand, 'five-steps')).status).toBe(2);
  });
});

describe('accord template', () => {
  it.each(TEMPLATE_IDS)('prints %s as a valid rule set with an MQL, a hot level and routes', async (id) => {
    const { status, out, err } = await run(runTemplateCommand, id);
    const { levels, rules } = ruleSetOf(out);
    expect([status, err]).toEqual([0, []]);
    expect(levels.map((level) => level.id)).toEqual(expect.arrayContaining(['mql', 'hot']));
    expect(levels.every(({ route, followUpHours }) => route !== undefined && (followUpHours ?? 0) > 0)).toBe(true);
    expect(levels.at(-1)).toMatchObject({ id: 'hot', route: 'sales-urgent', followUpHours: 4 });
    expect(rules.length).toBeGreaterThanOrEqual(12);
  });

  it('says what is wrong with its use', async () => {
    expect((await run(runTemplateCommand)).status).toBe(2);
    expect((await run(runTemplateCommand, 'six-steps')).err.join()).toContain('there is no template "six-steps"');
    expect((await run(runTemplateCommand, 'five-steps', '--data', 'a', '--workshop', 'b')).status).toBe(2);
    expect((await run(runTemplateCommand, 'five-steps', '--data', join(folder, 'nowhere'))).status).toBe(1);
  });
});

describe('a template replayed by simulate', () => {
  let data: string;
  beforeAll(() => {
    data = join(folder, 'by-hand');
    mkdirSync(data);
    writeFileSync(
      join(data, 'leads.csv'),
      'id,created,Firma,Liczba pracowników,Stanowisko,Kraj\n' +
        'A,2026-01-01,Acme,300,Dyrektor sprzedaży,Polska\nB,2026-01-01,,40,Inżynier,Polska\nC,2026-01-01,,,,Włochy\n',
    );
    writeFileSync(
      join(data, 'activities.csv'),
      'lead,at,type,url\nA,2026-01-02,wizyta,/cennik\nA,2026-01-03,zapytanie ofertowe,\nA,2026-01-04,wizyta,/oferty/17\n' +
        'B,2026-01-02,wizyta,/cennik\n',
    );
  });

  it.each<readonly [id: TemplateId, scores: readonly (readonly string[])[], reached: readonly number[]]>([
    [
      'explicit-implicit',
      [
        ['130', '70', '200'],
        ['50', '10', '60'],
        ['0', '0', '0'],
      ],
      [2, 1],
    ],
    [
      'five-steps',
      [
        ['30', '37', '67'],
        ['20', '11', '31'],
        ['0', '0', '0'],
      ],
      [1, 0],
    ],
    [
      'thousands-hundreds-units',
      [
        ['1000', '300', '2', '1302'],
        ['0', '100', '1', '101'],
        ['0', '0', '0', '0'],
      ],
      [1, 1, 0],
    ],
    [
      'authority-budget-timing',
      [
        ['40', '30', '5', '75'],
        ['0', '10', '5', '15'],
        ['0', '0', '0', '0'],
      ],
      [1, 0, 0],
    ],
    [
      'two-dimensions',
      [
        ['40', '42', '82'],
        ['10', '11', '21'],
        ['0', '0', '0'],
      ],
      [1, 1, 1],
    ],
  ])('%s gives each lead of a Polish history the figures of its source', async (id, scores, reached) => {
    const rules = join(folder, `${id}.json`);
    const leads = join(folder, `${id}.csv`);
    writeFileSync(rules, (await run(runTemplateCommand, id, '--data', data)).out);
    const simulated = await run(runSimulate, '--data', data, '--rules', rules, '--leads', leads);
    const { warnings, levels } = JSON.parse(simulated.out) as {
      readonly warnings: readonly string[];
      readonly levels: readonly { readonly reached: number }[];
    };
    expect([warnings, levels.map((level) => level.reached)]).toEqual([[], reached]);
    const rows = Papa.parse<Record<string, string>>(readFileSync(leads, 'utf8'), {
      header: true,
      skipEmptyLines: true,
    });
    const dimensions = rows.meta.fields?.filter((name) => name.startsWith('now:')) ?? [];
    expect(rows.data.map((row) => [...dimensions, 'now'].map((name) => row[name]))).toEqual(scores);
  });

  it('has told what the history lacks', async () => {
    expect((await run(runTemplateCommand, 'explicit-implicit', '--data', data)).err).toEqual([
      'not mapped: the rule "Existing customer" needs new or existing customer; the leads have no such column',
      'not mapped: the rule "Click to call" needs click to call; no activity means it',
      'not mapped: the rule "Newsletter subscription" needs newsletter subscription; no activity means it',
    ]);
  });
});

describe('templates on the demo', () => {
  it('find nearly all that they need', async () => {
    const data = join(folder, 'demo');
    await run(runDemoCommand, '--out', data, '--leads', '600', '--seed', '5');
    const { columns, listed, outOfReach } = await mappedOnto('two-dimensions', '--data', data);
    expect(columns).toEqual({
      'our-location': 'country',
      'our-industry': 'industry',
      decides: 'job_title',
      employees: 'employees',
      'free-mail': 'email',
      learns: 'job_title',
      'page-visits': 'page_view',
      'email-click': 'email_click',
      form: 'any url',
      webinar: 'webinar',
      'pricing-page': 'page_view url',
      'demo-request': 'demo_request',
      'quote-request': 'quote_request',
      silent: 'any',
    });
    expect([listed, outOfReach]).toEqual([['Wants no e-mail'], []]);
    await expectNoWarnings('--data', data);
  }, 60_000);
});

describe('templates on X Education', () => {
  it('read its attributes, count its visits, and list what it has not', async () => {
    const workshop = join(folder, 'x-education.accord');
    await importInto(workshop, [['x-education/Leads.csv', 'x-education.json']]);
    const { columns, listed, outOfReach } = await mappedOnto('two-dimensions', '--workshop', workshop);
    expect(columns).toEqual({
      'our-location': 'Country',
      decides: 'What is your current occupation',
      learns: 'What is your current occupation',
      'page-visits': 'TotalVisits',
      'opted-out': 'Do Not Email',
    });
    expect(listed).toEqual([
      'Our industry',
      'Number of employees',
      'Free-mail address',
      'Clicks in an e-mail',
      'Form or download',
      'Webinar',
      'Pricing page',
      'Asks for a demo',
      'Asks for a quote',
      'Silent for 30 days',
    ]);
    expect(outOfReach).toEqual(['Sales-ready', 'Hot']);
    const digits = await mappedOnto('thousands-hundreds-units', '--workshop', workshop);
    expect(digits.columns).toMatchObject({ 'our-channel': 'Lead Source', 'our-location': 'Country' });
    await expectNoWarnings('--workshop', workshop);
  }, 60_000);
});

describe('templates on Olist', () => {
  it('find the origin alone, and list all the rest', async () => {
    const workshop = join(folder, 'olist.accord');
    await importInto(workshop, [
      ['olist-funnel/olist_marketing_qualified_leads_dataset.csv', 'olist-leads.json'],
      ['olist-funnel/olist_closed_deals_dataset.csv', 'olist-deals.json'],
    ]);
    const columns = await Promise.all(
      TEMPLATE_IDS.map(async (id) => (await mappedOnto(id, '--workshop', workshop)).columns),
    );
    expect(columns).toEqual([{}, {}, { 'our-channel': 'origin' }, {}, {}]);
    const { listed, ruleSet } = await mappedOnto('thousands-hundreds-units', '--workshop', workshop);
    expect(listed.length).toBe(14);
    expect(ruleSet.rules[0]).toMatchObject({
      points: 100,
      if: { attribute: 'origin', op: 'is', value: ['organic_search', 'paid_search'] },
    });
    await expectNoWarnings('--workshop', workshop);
  }, 60_000);
});

describe('templates on the Zoho demo', () => {
  it('tell demos and meetings by the subjects of its events', async () => {
    const workshop = join(folder, 'zoho.accord');
    await importInto(workshop, [
      ['zoho-crm-demo/Leads.csv', 'zoho-leads.json'],
      ['zoho-crm-demo/Potentials.csv', 'zoho-potentials.json'],
      ['zoho-crm-demo/Calls.csv', 'zoho-calls.json'],
      ['zoho-crm-demo/Events.csv', 'zoho-events.json'],
    ]);
    const { columns, listed } = await mappedOnto('thousands-hundreds-units', '--workshop', workshop);
    expect(columns).toEqual({
      'decisive-action': 'any Subject',
      'our-profession': 'Industry',
      business: 'Company',
      'our-channel': 'Lead Source',
      meeting: 'any Subject',
    });
    expect(listed).toEqual([
      'Where our customers are',
      'Age of our customers',
      'Role that decides',
      'Device of our customers',
      'Page visits',
      'Clicks in an e-mail',
      'Newsletter subscription',
      'Form or download',
      'Webinar',
      'Click to call',
    ]);
    await expectNoWarnings('--workshop', workshop);
  }, 60_000);
});
