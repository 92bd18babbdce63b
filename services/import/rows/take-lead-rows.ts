/** Rows of leads by their mapping: each is taken whole or not at all; one stage that cannot be read rejects the lead too. */
import type { BuiltLead, RowOutcome } from '../../../core/history/build-history.ts';
import { instantText } from '../../../core/time/instant.ts';
import type { RowPlace, TakeCells } from '../source/parse-piece.ts';
import { type FileTarget, lengthFault, outcomeReason, rejecter } from './file-target.ts';
import { rowReader, type TakeRow } from './mapped-row.ts';
import { type MappedStage, readStages } from './read-stages.ts';

export function leadRowTaker(target: FileTarget): TakeCells {
  const { mapping, table, builder, tally, zones } = target;
  const readRow = rowReader({ ...target, headings: table.headings });
  const arrange = attributeArranger(target);
  const takeRow: TakeRow = (row, place, cells) => {
    const reject = rejecter(target, cells, place);
    const length = lengthFault(cells, table.headings);
    if (length !== null) return reject(null, null, length);
    const id = row.raw(mapping.lead);
    const created = row.instant(mapping.created);
    if (!created.ok) return reject(created.error.column, created.error.value, created.error.reason);
    const held = builder.lead(id);
    const createdAt =
      created.value === '' ? (held?.created ?? '') || instantText(zones.referenceDateMs) : created.value;
    const stages = readStages(mapping.stages, row, createdAt);
    if (!stages.ok) return reject(stages.error.column, stages.error.value, stages.error.reason);
    const own = row.ownCells();
    if (held !== null)
      return takeHeld(target, { id, held, created: created.value, own: arrange(own, held), place }, stages.value);
    const outcome = builder.addLead(id, created.value, arrange(own, null));
    if (outcome.kind !== 'added') return reject(mapping.lead, id, outcomeReason(outcome));
    tally.accept('leads');
    for (const stage of stages.value) addStage(target, id, stage);
  };
  return (cells, place) => {
    if (place.row > 0) takeRow(readRow(cells), place, cells);
    return null;
  };
}

interface GivenLead {
  readonly id: string;
  readonly held: BuiltLead;
  readonly created: string;
  /** In the order of the builder's attributes. */
  readonly own: readonly string[];
  readonly place: RowPlace;
}

/** A lead that is there already: stages that are new are added; what differs is counted, and taken where that is wanted. */
function takeHeld(target: FileTarget, given: GivenLead, stages: readonly MappedStage[]): void {
  const { attributeNames, builder, tally, onChanged, table } = target;
  const { id, held, created, own, place } = given;
  const line = table.lineOf(place);
  const differing = own.findIndex((cell, index) => cell.trim() !== (held.cells[index] ?? ''));
  const isMoved = created !== '' && created.trim() !== held.created;
  const isChanged = differing >= 0 || isMoved;
  if (isChanged) {
    tally.change({
      table: 'leads',
      line,
      lead: id,
      ...(isMoved
        ? { column: 'created', held: held.created, given: created }
        : {
            column: attributeNames[differing] ?? '',
            held: held.cells[differing] ?? '',
            given: own[differing]?.trim() ?? '',
          }),
    });
  }
  if (isChanged && onChanged === 'take') {
    mustBeTaken(builder.replaceLead(id, created, own));
    tally.accept('leads');
  } else tally.duplicate('leads');
  for (const stage of stages) {
    target.known.take(id, { ...stage, reason: stage.note }, true, (match) => {
      if (match.kind === 'new') return addStage(target, id, stage);
      if (match.kind === 'known') return tally.duplicate('stages');
      const { kind: _, row, ...change } = match;
      tally.change({ table: 'stages', line, lead: id, ...change });
      if (onChanged === 'take') {
        mustBeTaken(builder.replaceStage(row, stage.at, stage.amount, stage.note));
        tally.accept('stages');
      } else tally.duplicate('stages');
    });
  }
}

function addStage({ builder, tally, known }: FileTarget, id: string, { at, stage, amount, note }: MappedStage): void {
  mustBeTaken(builder.addStage(id, at, stage, amount, note));
  known.remember(id, { at, stage, amount, reason: note });
  tally.accept('stages');
}

/** Its cells have been read before. */
function mustBeTaken(outcome: RowOutcome): void {
  if (outcome.kind !== 'added') throw new Error(`a row that was read is refused: ${outcome.kind}`);
}

/** The file's cells in the order of the builder's attributes; what the file lacks stays as it is held. */
function attributeArranger({ own, attributeNames }: FileTarget) {
  const places = attributeNames.map((name) => own.findIndex((column) => column.name === name));
  const isWhole = places.every((place, index) => place === index);
  return (cells: readonly string[], held: BuiltLead | null): readonly string[] =>
    isWhole ? cells : places.map((place, index) => (place < 0 ? (held?.cells[index] ?? '') : (cells[place] ?? '')));
}
