/** Until when sales has to follow up, and by whose word. */
import { expect, it } from 'vitest';
import { closeWorkshop } from '../../../db/open-workshop.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { readListsDefinition } from '../../../services/lists/lists-basis.ts';
import { beginScenario } from '../../../services/scenario/begin-scenario.ts';
import { fullAgreement } from '../../core/agreement/agreement-from.ts';
import { proposeVersion, seatBoth, signByBoth } from '../../db/signed-workshop.ts';
import { newWorkshop } from '../../db/temp-workshop.ts';

it('while nothing is signed the days of a level are days of work', () => {
  const workshop = newWorkshop();
  const { ruleSet } = fullAgreement();
  const levels = ruleSet.levels.map((level) => (level.id === 'mql' ? { ...level, followUpHours: 48 } : level));
  inTransaction(workshop, () => beginScenario(workshop, ruleSet, { ...ruleSet, levels }, 1));
  const { by, promisedHours } = readListsDefinition(workshop);
  closeWorkshop(workshop);
  expect([by.isSigned, new Map(promisedHours)]).toEqual([false, new Map([['mql', 16]])]);
});

it('what both teams signed comes before what a level says', () => {
  const workshop = newWorkshop();
  const seats = seatBoth(workshop);
  proposeVersion(workshop, '');
  signByBoth(workshop, 1, seats);
  const { by, promisedHours } = readListsDefinition(workshop);
  closeWorkshop(workshop);
  const promised = fullAgreement().sales.followUp.map(({ level, withinHours }) => [level, withinHours] as const);
  expect([by.isSigned, new Map(promisedHours)]).toEqual([true, new Map(promised)]);
});
