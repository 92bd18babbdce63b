/** What every transport must carry alike: run once for each, over the built screens and the real file. */

import { describe, expect, it } from 'vitest';
import { WHOLE_VIEW } from '../../core/replay/view.ts';
import { agreementContract } from './contract-of-agreement.ts';
import { compareContract } from './contract-of-compare.ts';
import { compareCourseContract } from './contract-of-compare-course.ts';
import { comparePairContract } from './contract-of-compare-pair.ts';
import { costsContract } from './contract-of-costs.ts';
import { demoContract } from './contract-of-demo.ts';
import { erasingContract } from './contract-of-erasing.ts';
import { gradeGridContract } from './contract-of-grade-grid.ts';
import { importContract } from './contract-of-import.ts';
import { lineContract } from './contract-of-line.ts';
import { listsAndReviewContract } from './contract-of-lists-and-review.ts';
import { outsideContract } from './contract-of-outside.ts';
import { panelContract } from './contract-of-panel.ts';
import { profileContract } from './contract-of-profile.ts';
import { promisesContract } from './contract-of-promises.ts';
import { ruleEffectsContract } from './contract-of-rule-effects.ts';
import { ruleSetsContract } from './contract-of-rule-sets.ts';
import { scenarioContract } from './contract-of-scenario.ts';
import { seatsContract } from './contract-of-seats.ts';
import { sensitivityContract } from './contract-of-sensitivity.ts';
import { suggestionsContract } from './contract-of-suggestions.ts';
import { templatesContract } from './contract-of-templates.ts';
import { timelineContract } from './contract-of-timeline.ts';
import { viewContract } from './contract-of-view.ts';
import { compareWhereContract } from './contract-of-where.ts';
import { workshopContract } from './contract-of-workshops.ts';
import { answerOf, createStage } from './contract-stage.ts';
import type { StartTransport } from './transport.ts';

export function contractSuite(name: string, start: StartTransport): void {
  describe(`the contract over ${name}`, () => {
    const stage = createStage(start);
    outsideContract(stage);
    workshopContract(stage);
    scenarioContract(stage);
    ruleSetsContract(stage);
    viewContract(stage);
    demoContract(stage);
    profileContract(stage);
    ruleEffectsContract(stage);
    gradeGridContract(stage);
    compareContract(stage);
    compareWhereContract(stage);
    compareCourseContract(stage);
    comparePairContract(stage);
    lineContract(stage);
    promisesContract(stage);
    listsAndReviewContract(stage);
    importContract(stage);
    erasingContract(stage);
    costsContract(stage);
    suggestionsContract(stage);
    seatsContract(stage);
    panelContract(stage);
    agreementContract(stage);
    timelineContract(stage);
    sensitivityContract(stage);
    templatesContract(stage);
    it('the capacity of sales is kept', async () => {
      await stage.newWorkshop();
      for (const capacityPerWeek of [12.5, null]) {
        const view = { ...WHOLE_VIEW, capacityPerWeek };
        answerOf(await stage.transport.call('view.set', { view, label: 'Capacity' }));
        expect(answerOf(await stage.transport.call('workshop.state', {})).open).toMatchObject({ capacityPerWeek });
      }
    });

    it('no answer contains a path of this machine', async () => {
      await stage.newDemo();
      const answers = await Promise.all([
        stage.transport.call('workshop.state', {}),
        stage.transport.call('scenario.get', {}),
        stage.transport.call('history.summary', {}),
      ]);
      expect(JSON.stringify(answers)).not.toContain(stage.folder);
    });
  });
}
