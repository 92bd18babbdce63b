/** What a panel asks the history: which leads to draw, and what scenarios and outcomes make of them. */
import type { AgreementByTeam, PanelSides, SideAgreement } from '../../api/panel.ts';
import type { JudgedPair } from '../../core/panel/panel-agreement.ts';
import { panelOutcome } from '../../core/panel/panel-outcome.ts';
import type { Team } from '../../core/seat.ts';
import { cohenKappa } from '../../core/statistics/kappa.ts';
import { historyVersion } from '../../db/history/read-history.ts';
import { listKeptOut } from '../../db/queries/kept-out.ts';
import { logStep } from '../../db/queries/log.ts';
import { addPanel } from '../../db/queries/panel.ts';
import { type AnalysisParts, createAsk } from '../analysis/analysis-handlers.ts';

import type { Handler } from '../dispatch.ts';
import { refuse, reply } from '../failure.ts';
import { askedOptions } from '../replay/asked-question.ts';
import { readScenarioState } from '../scenario/scenario-state.ts';
import { namedSides } from './named-sides.ts';
import { doneState, storedSummary } from './panel-handlers.ts';

type QuestionMethod = 'panel.draw' | 'panel.sides';

export function createPanelQuestions(parts: AnalysisParts & { readonly now: () => number }): {
  readonly [M in QuestionMethod]: Handler<M>;
} {
  const { open, now } = parts;
  const ask = createAsk(parts);
  return {
    'panel.draw': async ({ name, seed, size, level: levelId, options: stated, key }) => {
      const workshop = open.writable();
      if (!workshop.ok) return workshop;
      const { ruleSet } = readScenarioState(workshop.value);
      const level = ruleSet.levels.find(({ id }) => id === levelId);
      if (level === undefined) return refuse('notFound', 'The scenario on the table has no such level.', 'level');
      const options = askedOptions(stated);
      if (!options.ok) return options;
      const keptOut = listKeptOut(workshop.value);
      const threshold = level.total;
      const version = historyVersion(workshop.value);
      const drawn = await ask('panelDraw', { level: levelId, options: { ...stated, horizon: 'handover' }, key }, () =>
        reply({ ruleSet, threshold, seed, size, keptOut }),
      );
      if (!drawn.ok) return drawn;
      // Leads of another workshop, or one that was erased meanwhile, must not be kept.
      if (open.current() !== workshop.value || historyVersion(workshop.value) !== version)
        return refuse('superseded', 'The history was replaced meanwhile; nothing was drawn.');
      const { leads, leftOut } = drawn.value;
      if (leads.length === 0) return refuse('notFound', 'There is no lead to draw: import a history first.', 'options');
      return open.store('panel', (writable) => {
        const settings = { level: levelId, levelName: level.name, threshold, options: options.value, leftOut };
        const id = addPanel(writable, { name, seed, createdAtMs: now(), settings, leads });
        logStep(writable, { atMs: now(), kind: 'panel.drawn', detail: { panel: name, leads: leads.length, seed } });
        return storedSummary(writable, id);
      });
    },
    'panel.sides': async ({ panelId, key }) => {
      const workshop = open.readable();
      if (!workshop.ok) return workshop;
      const state = doneState(workshop.value, panelId);
      if (!state.ok) return state;
      const { panel, all, counted, isDone } = state.value;
      const { leads } = panelOutcome(all, counted, panel.round === 2 && isDone(2));
      const { level, options } = panel.settings;
      const named = namedSides(workshop.value);
      const answer = await ask('panelSides', { level, options, key }, () =>
        reply({ level, leads: leads.map(({ lead }) => lead), sides: named.map(({ analysed }) => analysed) }),
      );
      if (!answer.ok) return answer;
      const { reached, converted, computedInMs } = answer.value;
      const verdicts = leads.map(({ last }) => last);
      const sides = named.map(({ side, name, seat }, index): PanelSides['sides'][number] => {
        const ofSide = reached[index] ?? [];
        const of = ofSide.filter((one) => one !== null).length;
        const reachedByPanel = of === 0 ? null : { leads: ofSide.filter((one) => one === true).length, of };
        return { side, name, seat, reached: reachedByPanel, ...byTeam(verdicts, ofSide) };
      });
      const known = converted.filter((one) => one !== null).length;
      const outcome = { converted: converted.filter((one) => one === true).length, known };
      return reply({ sides, outcome: { ...outcome, ...byTeam(verdicts, converted) }, computedInMs });
    },
  };
}

const byTeam = (verdicts: readonly JudgedPair[], said: readonly (boolean | null)[]): AgreementByTeam => ({
  marketing: sideAgreement(verdicts, said, 'marketing'),
  sales: sideAgreement(verdicts, said, 'sales'),
});

function sideAgreement(verdicts: readonly JudgedPair[], said: readonly (boolean | null)[], team: Team): SideAgreement {
  const pairs = verdicts.flatMap((pair, index) => {
    const [verdict, other] = [pair[team], said[index] ?? null];
    return verdict === 'unsure' || other === null ? [] : [{ isYes: verdict === 'yes', other }];
  });
  const countOf = (isYes: boolean, other: boolean): number =>
    pairs.filter((pair) => pair.isYes === isYes && pair.other === other).length;
  const table = [true, false].map((isYes) => [true, false].map((other) => countOf(isYes, other)));
  const kappa = cohenKappa(table);
  return {
    leads: pairs.length,
    agreed: pairs.filter(({ isYes, other }) => isYes === other).length,
    kappa: kappa && { value: kappa.value, interval: kappa.interval },
  };
}
