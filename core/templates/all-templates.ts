/** The five ready-made programmes, in the order in which they are shown. */
import { AUTHORITY_BUDGET_TIMING } from './programmes/authority-budget-timing.ts';
import { EXPLICIT_IMPLICIT } from './programmes/explicit-implicit.ts';
import { FIVE_STEPS } from './programmes/five-steps.ts';
import { THOUSANDS_HUNDREDS_UNITS } from './programmes/thousands-hundreds-units.ts';
import { TWO_DIMENSIONS } from './programmes/two-dimensions.ts';
import type { Template } from './template.ts';

export const TEMPLATES: readonly Template[] = [
  EXPLICIT_IMPLICIT,
  FIVE_STEPS,
  THOUSANDS_HUNDREDS_UNITS,
  AUTHORITY_BUDGET_TIMING,
  TWO_DIMENSIONS,
];

/** Undefined: there is none of that id. */
export const templateWithId = (id: string): Template | undefined => TEMPLATES.find((template) => template.id === id);
