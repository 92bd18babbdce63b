/**
 * All that happened in a workshop, in order: the log, the steps that stand, and notes, told as one. Of a panel the log says who is
 * done judging, and never what was judged: panels are blind.
 */
import {
  inOrderOfTime,
  type TimelineDetail,
  type TimelineEntry,
  timelineKindOf,
} from '../../core/timeline/timeline-entry.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { listImports } from '../../db/queries/imports.ts';
import { listLog } from '../../db/queries/log.ts';
import { listAllNotes } from '../../db/queries/notes.ts';
import { listTakenSteps } from '../../db/queries/taken-steps.ts';
import { listVersions } from '../../db/queries/versions.ts';

/** Oldest first. */
export function readTimeline(workshop: ReadableWorkshop): readonly TimelineEntry[] {
  const log = logged(workshop);
  return inOrderOfTime([...log, ...onceTold(taken(workshop), log), ...noted(workshop)]);
}

/** What happens to a version changes the draft too, in the same moment: the log tells it, and the step does not tell it again. */
function onceTold(steps: readonly TimelineEntry[], log: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const moments = new Set(log.filter(({ kind }) => kind === 'agreement').map(({ atMs }) => atMs));
  return steps.filter(({ what, atMs }) => what !== 'agreement.drafted' || !moments.has(atMs));
}

function logged(workshop: ReadableWorkshop): readonly TimelineEntry[] {
  const imports = importDetails(workshop);
  return [...listLog(workshop)].reverse().map(({ id, atMs, kind: what, detail, team, person }) => {
    const said = JSON.parse(detail) as TimelineDetail;
    const of = what === 'history.imported' ? imports.get(Number(said['importId'])) : undefined;
    return { id: `log ${id}`, atMs, kind: timelineKindOf(what), what, team, person, detail: { ...said, ...of } };
  });
}

/** What an import brought in, by its id. */
function importDetails(workshop: ReadableWorkshop): ReadonlyMap<number, TimelineDetail> {
  return new Map(
    listImports(workshop).map(({ id, sources, tables }) => {
      const accepted = (name: string) => tables.find(({ table }) => table === name)?.accepted ?? 0;
      const rejected = tables.reduce((sum, table) => sum + table.rejected, 0);
      const files = sources.map(({ name }) => name).join(', ');
      const rows = { leads: accepted('leads'), activities: accepted('activities'), stages: accepted('stages') };
      return [id, { files, ...rows, rejected }];
    }),
  );
}

const taken = (workshop: ReadableWorkshop): readonly TimelineEntry[] =>
  listTakenSteps(workshop).map(({ step, kind: what, label, scenario, atMs, team, person }) => ({
    id: `step ${step}`,
    atMs,
    kind: timelineKindOf(what),
    what,
    team,
    person,
    detail: { label, scenario },
  }));

function noted(workshop: ReadableWorkshop): readonly TimelineEntry[] {
  const versionNames = new Map(listVersions(workshop).map(({ id, name }) => [String(id), name]));
  return listAllNotes(workshop).map(({ id, subject, key, text, team, person, atMs }) => ({
    id: `note ${id}`,
    atMs,
    kind: 'note',
    what: `note.${subject}`,
    team,
    person,
    detail: { text, key, about: subject === 'version' ? (versionNames.get(key) ?? key) : key },
  }));
}
