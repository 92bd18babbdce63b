/** Rows of stages by their mapping: each counts once, whatever number of stages and leads it tells of. */

import type { TakeCells } from '../source/parse-piece.ts';
import { type FileTarget, lengthFault, rejecter } from './file-target.ts';
import { rowReader, type TakeRow } from './mapped-row.ts';
import { readStages } from './read-stages.ts';

export function stageRowTaker(target: FileTarget): TakeCells {
  const { mapping, table, builder, tally, known, finder, onChanged } = target;
  const readRow = rowReader({ ...target, headings: table.headings });
  const takeRow: TakeRow = (row, place, cells) => {
    const reject = rejecter(target, cells, place);
    const length = lengthFault(cells, table.headings);
    if (length !== null) return reject(null, null, length);
    const leads: string[] = [];
    for (const one of leadCells(row.raw(mapping.lead), mapping.leadSeparator)) {
      const found = finder.find(one);
      const id = found < 0 ? undefined : builder.ids[found];
      if (id === undefined) return reject(mapping.lead, one, finder.reasonOf(found, one));
      leads.push(id);
    }
    const stages = readStages(mapping.stages, row, '');
    if (!stages.ok) return reject(stages.error.column, stages.error.value, stages.error.reason);
    if (stages.value.length === 0)
      return reject(null, null, 'No stage of the mapping fits this row, or its date is missing.');
    let [isNew, isChanged, open] = [false, false, leads.length * stages.value.length];
    for (const lead of leads) {
      for (const { at, stage, amount, note } of stages.value) {
        const given = { at, stage, amount, reason: note };
        known.take(lead, given, false, (match) => {
          if (match.kind === 'new') {
            builder.addStage(lead, at, stage, amount, note);
            known.remember(lead, given);
            isNew = true;
          } else if (match.kind === 'changed') {
            const { kind: _, row: heldRow, ...change } = match;
            if (!isChanged) tally.change({ table: 'stages', line: table.lineOf(place), lead, ...change });
            if (onChanged === 'take') builder.replaceStage(heldRow, at, amount, note);
            isChanged = true;
          }
          open -= 1;
          if (open > 0) return;
          if (isNew || (isChanged && onChanged === 'take')) tally.accept('stages');
          else tally.duplicate('stages');
        });
      }
    }
  };
  return (cells, place) => {
    if (place.row > 0) takeRow(readRow(cells), place, cells);
    return null;
  };
}

/** One cell may name several leads; a lead that is named twice counts once. */
function leadCells(cell: string, separator: string | undefined): readonly string[] {
  if (separator === undefined) return [cell];
  const named = cell
    .split(separator)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return named.length === 0 ? [cell] : [...new Set(named)];
}
