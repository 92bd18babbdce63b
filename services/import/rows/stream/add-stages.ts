/** Rows of stages of a data folder: a stage that the workshop holds already is not added again. */
import type { OnChanged } from '../../../../api/import.ts';
import type { FileTally } from '../import-tally.ts';
import type { KnownStages } from '../known-stages.ts';
import { cellText, placeOf } from './scan-rows.ts';
import type { StageStore } from './stage-store.ts';
import type { FolderTable } from './take-folder-rows.ts';

/** `known`: null where the workshop holds none. */
export function stageAdder(
  heading: readonly string[],
  stages: StageStore,
  tally: FileTally,
  known: KnownStages | null,
  onChanged: OnChanged,
): FolderTable['add'] {
  const cells = ['lead', 'at', 'stage', 'amount', 'reason'].map((name) => heading.indexOf(name));
  return (leadIndex, rows, index) => {
    const read = stages.read(rows, index);
    if ('kind' in read) return read;
    if (known === null) return stages.add(leadIndex, read);
    const [lead = '', at = '', stage = '', amount = '', reason = ''] = cells.map((cell) =>
      cell < 0 ? '' : cellText(rows, index, cell),
    );
    const { line } = placeOf(rows, index);
    known.take(lead, { at, stage, amount, reason }, false, (match) => {
      if (match.kind === 'new') stages.add(leadIndex, read);
      if (match.kind === 'changed') {
        const { kind: _, row, ...change } = match;
        tally.change({ table: 'stages', line, lead, ...change });
        if (onChanged === 'take') stages.replace(row, read);
      }
      const isTaken = match.kind === 'new' || (match.kind === 'changed' && onChanged === 'take');
      if (isTaken) tally.accept('stages');
      else tally.duplicate('stages');
    });
    return { kind: 'counted' };
  };
}
