/** Ready-made programmes, mapped onto the open workshop's history. */
import { unreachableLevels } from '../../core/rule-set/most-points.ts';
import { TEMPLATES, templateWithId } from '../../core/templates/all-templates.ts';
import { mapTemplate } from '../../core/templates/map-template.ts';
import { wordIdsOf } from '../../core/templates/template-words.ts';
import { listKeptOut } from '../../db/queries/kept-out.ts';
import type { Handler } from '../dispatch.ts';
import { refuse, reply } from '../failure.ts';
import type { ProfileOf } from '../history/history-counting.ts';
import type { OpenWorkshop } from '../workshop/open-workshop.ts';
import { templateColumns } from './template-columns.ts';

export interface TemplateParts {
  readonly open: OpenWorkshop;
  readonly profileOf: ProfileOf;
}

export function createTemplateHandlers({ open, profileOf }: TemplateParts): {
  readonly [M in 'templates.list' | 'templates.map']: Handler<M>;
} {
  return {
    'templates.list': async () =>
      reply(
        TEMPLATES.map((template) => ({
          id: template.id,
          rules: template.rules.length,
          levels: template.levels.length,
          words: wordIdsOf(template),
        })),
      ),
    'templates.map': async ({ template: id, words }) => {
      const workshop = open.readable();
      if (!workshop.ok) return workshop;
      const template = templateWithId(id);
      if (template === undefined) return refuse('notFound', `There is no template '${id}'.`, 'template');
      const keptOut = listKeptOut(workshop.value);
      const profile = await profileOf(workshop.value);
      if (!profile.ok) return profile;
      const columns = templateColumns(profile.value, keptOut);
      const mapped = mapTemplate(template, columns, words);
      return reply({ ...mapped, unreachable: unreachableLevels(mapped.ruleSet) });
    },
  };
}
