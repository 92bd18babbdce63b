/** The view: which part of the history the meeting looks at. */
import type { ScenarioState } from '../../api/contract.ts';
import type { View } from '../../api/core-types.ts';
import type { Reply } from '../../api/reply.ts';
import { isWhole, WHOLE_VIEW } from '../../core/replay/view.ts';
import { parseScope } from '../../core/rule-set/parse-scope.ts';
import type { ReadableWorkshop, WritableWorkshop } from '../../db/open-workshop.ts';
import { readView, writeView } from '../../db/queries/view.ts';
import type { Handler } from '../dispatch.ts';
import { refuse } from '../failure.ts';

export function createViewHandlers(
  change: (work: (workshop: WritableWorkshop) => unknown) => Reply<ScenarioState>,
  now: () => number,
): { readonly 'view.set': Handler<'view.set'> } {
  return {
    'view.set': async ({ view: asked, label, coalesce }) => {
      const { fromMs, toMs } = asked;
      if (fromMs !== null && toMs !== null && fromMs >= toMs)
        return refuse('badInput', 'The period ends before it begins.', 'view.toMs');
      const segment = asked.segment === null || asked.segment === undefined ? null : parseScope(asked.segment);
      if (segment?.ok === false) {
        const [first] = segment.error;
        return refuse('badRuleSet', first?.message ?? '', first?.path.replace(/^scope/u, 'view.segment'));
      }
      const { capacityPerWeek, ...moved }: View = { ...asked, segment: segment?.value ?? null };
      const document = isWhole({ ...moved, capacityPerWeek }) ? null : JSON.stringify(moved);
      const key = coalesce === undefined ? {} : { coalesce };
      return change((workshop) => writeView(workshop, { document, capacityPerWeek }, { label, atMs: now(), ...key }));
    },
  };
}

/** What the app stored was checked when it was stored. */
export function storedView(workshop: ReadableWorkshop): View {
  const { document, capacityPerWeek } = readView(workshop);
  if (document === null) return { ...WHOLE_VIEW, capacityPerWeek };
  const stored = JSON.parse(document) as Partial<Omit<View, 'capacityPerWeek'>>;
  return { ...WHOLE_VIEW, ...stored, capacityPerWeek };
}
