/** The rule set tried out: every edit is stored at once as a step that can be undone, now and after the next start. */
import { readFile } from 'node:fs/promises';
import type { RuleSetCheck, ScenarioState } from '../../api/contract.ts';
import type { Reply } from '../../api/reply.ts';
import { parseRuleSet } from '../../core/rule-set/parse-rule-set.ts';
import { ruleSetWarnings } from '../../core/rule-set/rule-set-warnings.ts';
import { serialiseRuleSet } from '../../core/rule-set/serialise-rule-set.ts';
import type { WritableWorkshop } from '../../db/open-workshop.ts';
import { listKeptOut } from '../../db/queries/kept-out.ts';
import { logStep } from '../../db/queries/log.ts';
import { appendStep, readScenario, redoStep, setBaseline, undoStep } from '../../db/queries/scenario.ts';
import { readVersion, saveVersion } from '../../db/queries/versions.ts';
import type { Handler } from '../dispatch.ts';
import { refuse, reply } from '../failure.ts';
import type { FileTokens } from '../file-tokens.ts';
import type { ProfileOf } from '../history/history-counting.ts';
import type { OpenWorkshop } from '../workshop/open-workshop.ts';
import { freeName } from './free-name.ts';
import { createRuleSetsHandlers } from './rule-sets-handlers.ts';
import { readScenarioState, storedRuleSet } from './scenario-state.ts';
import { createViewHandlers } from './view-handlers.ts';

export interface ScenarioParts {
  readonly open: OpenWorkshop;
  readonly tokens: FileTokens;
  readonly profileOf: ProfileOf;
  readonly now: () => number;
}

type ScenarioMethod =
  | 'scenario.get'
  | 'scenario.edit'
  | 'scenario.describe'
  | 'scenario.undo'
  | 'scenario.redo'
  | 'scenario.saveVersion'
  | 'scenario.setBaseline'
  | 'ruleSet.check'
  | 'ruleSet.read';

/** A larger file is no rule set: a thousand rules take less than one megabyte. */
const MOST_BYTES = 5_000_000;

export function createScenarioHandlers({ open, tokens, profileOf, now }: ScenarioParts): {
  readonly [M in ScenarioMethod]: Handler<M>;
} & ReturnType<typeof createRuleSetsHandlers> &
  ReturnType<typeof createViewHandlers> {
  const state = (): Reply<ScenarioState> => {
    const workshop = open.readable();
    return workshop.ok ? reply({ revision: open.revision(), ...readScenarioState(workshop.value) }) : workshop;
  };
  const change = (work: (workshop: WritableWorkshop) => unknown): Reply<ScenarioState> => {
    const stored = open.store('scenario', work);
    return stored.ok ? state() : stored;
  };
  const check = async (document: unknown): Promise<Reply<RuleSetCheck>> => {
    const parsed = parseRuleSet(document);
    if (!parsed.ok) return reply({ valid: false, faults: parsed.error });
    const ruleSet = parsed.value;
    const workshop = open.current();
    if (workshop === null) return reply({ valid: true, ruleSet, warnings: [] });
    const keptOut = listKeptOut(workshop);
    const profile = await profileOf(workshop);
    if (!profile.ok) return profile;
    return reply({ valid: true, ruleSet, warnings: ruleSetWarnings(ruleSet, profile.value.names, keptOut) });
  };
  return {
    ...createRuleSetsHandlers({ open, now }),
    ...createViewHandlers(change, now),
    'scenario.get': async () => state(),
    'scenario.edit': async ({ ruleSet, label, coalesce }) => {
      const parsed = parseRuleSet(ruleSet);
      if (!parsed.ok) return refuse('badRuleSet', parsed.error[0]?.message ?? '', parsed.error[0]?.path);
      const document = serialiseRuleSet(parsed.value);
      const key = coalesce === undefined ? {} : { coalesce };
      return change((workshop) => appendStep(workshop, { document, label, atMs: now(), ...key }));
    },
    'scenario.describe': async ({ id, name, note, seat, label, coalesce }) => {
      const workshop = open.readable();
      if (!workshop.ok) return workshop;
      const scenario = readScenario(workshop.value, id);
      if (scenario === null) return refuse('notFound', 'There is no such scenario.', 'id');
      const called = name === undefined ? null : freeName(workshop.value, name, scenario.id);
      const step = {
        scenarioId: scenario.id,
        ...(called === null
          ? {}
          : { document: serialiseRuleSet({ ...storedRuleSet(scenario.document), name: called }) }),
        ...(note === undefined ? {} : { note }),
        ...(seat === undefined ? {} : { seat }),
        ...(coalesce === undefined ? {} : { coalesce }),
      };
      return change((writable) => appendStep(writable, { ...step, label, atMs: now() }));
    },
    'scenario.undo': async () => change(undoStep),
    'scenario.redo': async () => change(redoStep),
    'scenario.saveVersion': async ({ name }) => {
      const present = state();
      if (!present.ok) return present;
      const document = serialiseRuleSet(present.value.ruleSet);
      return change((workshop) => {
        const id = saveVersion(workshop, { name, document, savedAtMs: now() });
        logStep(workshop, { atMs: now(), kind: 'version.saved', detail: { id, name } });
      });
    },
    'scenario.setBaseline': async ({ versionId, label }) => {
      const workshop = open.readable();
      if (!workshop.ok) return workshop;
      const version = readVersion(workshop.value, versionId);
      if (version === null) return refuse('notFound', 'There is no such version.', 'versionId');
      return change((writable) => setBaseline(writable, versionId, { label: label ?? version.name, atMs: now() }));
    },
    'ruleSet.check': ({ document }) => check(document),
    'ruleSet.read': async ({ token }) => {
      const path = tokens.pathOf(token);
      if (path === undefined) return refuse('notFound', 'Choose the file again; it is no longer known.', 'token');
      const document = await readDocument(path);
      return document.ok ? check(document.value) : document;
    },
  };
}

async function readDocument(path: string): Promise<Reply<unknown>> {
  try {
    const bytes = await readFile(path);
    if (bytes.length > MOST_BYTES)
      return refuse('badRuleSet', 'The file is too large to be a rule set. Nothing was changed.');
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return reply(JSON.parse(text) as unknown);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return refuse('badRuleSet', `The file cannot be read as JSON: ${why}. Nothing was changed.`);
  }
}
