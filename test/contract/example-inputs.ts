/** A right input for every method: a new method without one does not compile. */
import type { Input, Method } from '../../api/contract.ts';
import { starterRuleSet } from '../../core/demo/demo-rule-set.ts';

const page = { offset: 0, limit: 10 };
const question = { ruleSet: starterRuleSet(), level: 'mql', options: { horizon: 'outcome' as const } };

export const EXAMPLE_INPUTS: { readonly [M in Method]: Input<M> } = {
  'workshop.state': {},
  'workshop.create': { token: 'unknown' },
  'workshop.open': { token: 'unknown' },
  'workshop.close': {},
  'workshop.createDemo': { token: 'unknown', leads: 300, seed: 1, jobId: 'job' },
  'workshop.setCapacity': { leadsPerWeek: 12 },
  'workshop.keepOut': { attribute: 'sales_owner', isKeptOut: true },
  'history.summary': {},
  'history.values': { table: 'leads', column: 'country', limit: 5 },
  'history.quality': {},
  'history.profile': { cutPoints: {}, bestPairs: true },
  'costs.list': { level: 'mql' },
  'costs.store': { source: 'Ads', month: '2026-01', amountCents: 12_345 },
  'costs.setBy': { attribute: 'campaign' },
  'costs.inspect': { token: 'unknown', mapping: null },
  'costs.import': {
    token: 'unknown',
    mapping: { layout: 'long', source: 0, month: 1, amount: 2, dates: null, numbers: null },
  },
  'templates.list': {},
  'templates.map': { template: 'five-steps', words: { 'title.five-steps': 'Five steps' } },
  'import.inspect': { files: [{ file: 'unknown', reading: { encoding: 'windows-1250' } }] },
  'import.try': { files: [{ file: 'unknown', mapping: {} }], jobId: 'job' },
  'import.run': { files: [{ file: 'unknown' }], onChanged: 'keep', jobId: 'job' },
  'import.rejected': { importId: 1, ...page },
  'import.rejectedCsv': { importId: 1, file: 'leads.csv', offset: 0 },
  'import.changed': { importId: 1, ...page },
  'job.cancel': { jobId: 'job' },
  'scenario.get': {},
  'scenario.edit': { ruleSet: starterRuleSet(), label: 'Starter' },
  'scenario.undo': {},
  'scenario.redo': {},
  'scenario.saveVersion': { name: 'Agreed' },
  'scenario.setBaseline': { versionId: 1 },
  'ruleSets.list': {},
  'ruleSets.add': { from: 'copy', name: 'Segment' },
  'ruleSets.choose': { id: 1 },
  'ruleSets.setRemoved': { id: 1, isRemoved: true },
  'ruleSets.setScope': { scope: { attribute: 'country', op: 'is', value: 'DE' }, label: 'Germany' },
  'ruleSet.check': { document: starterRuleSet() },
  'ruleSet.read': { token: 'unknown' },
  'replay.frame': { ...question, key: 'frame' },
  'replay.swap': { ...question, list: 'gained', ...page },
  'rules.effects': { ruleSet: question.ruleSet, options: question.options, key: 'effects' },
  'rules.alone': { ...question, rules: ['decides'], key: 'effects' },
  'leads.list': { search: '', sort: 'score', descending: true, level: 'mql', ...page },
  'leads.one': { id: 'L000001' },
  'suggest.run': {
    constraints: {
      rules: 8,
      maxPoints: 50,
      multipleOf: 5,
      fixed: [],
      forbidden: ['sales_owner'],
      signByAttribute: { employees: 'any' },
      signByActivity: { quote_request: 'positive' },
    },
    jobId: 'job',
  },
  'leads.erase': { id: 'L000001', jobId: 'job' },
};

/** They answer without a workshop. */
export const WITHOUT_WORKSHOP: ReadonlySet<Method> = new Set([
  'workshop.state',
  'workshop.create',
  'workshop.open',
  'workshop.close',
  'workshop.createDemo',
  'import.inspect',
  'job.cancel',
  'ruleSet.check',
  'ruleSet.read',
  'templates.list',
]);
