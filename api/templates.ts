/** Ready-made programmes: the part of the contract that speaks of them. */
import * as z from 'zod/mini';
import type { UnreachableLevel } from '../core/rule-set/most-points.ts';
import type { MappedTemplate } from '../core/templates/map-template.ts';
import { TEMPLATE_IDS, type TemplateId } from '../core/templates/template.ts';

export const TEMPLATES_INPUTS = {
  /** In the order in which they are shown. */
  'templates.list': z.strictObject({}),
  /**
   * A programme as a rule set on the columns of the open workshop's history; changes nothing. `words`: the screen's, by the
   * ids of `templates.list` (message `templates.<id>`); one that is not given is its id.
   */
  'templates.map': z.strictObject({
    template: z.enum(TEMPLATE_IDS),
    words: z.record(z.string().check(z.maxLength(100)), z.string().check(z.minLength(1), z.maxLength(2_000))),
  }),
} as const;

export interface TemplatesOutputs {
  readonly 'templates.list': readonly TemplateSummary[];
  readonly 'templates.map': TemplateOnHistory;
}

export interface TemplateSummary {
  readonly id: TemplateId;
  readonly rules: number;
  readonly levels: number;
  /** Ids of all words that it needs: `title.`, `line.`, `about.` with its id, `name.` with those of its parts. */
  readonly words: readonly string[];
}

export interface TemplateOnHistory extends MappedTemplate {
  /** Levels that what could be mapped cannot reach. */
  readonly unreachable: readonly UnreachableLevel[];
}
