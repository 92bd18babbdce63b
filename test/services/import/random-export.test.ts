/** A history that is written in any way and imported is the history. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHistory } from '../../../db/history/read-history.ts';
import { closeWorkshop } from '../../../db/open-workshop.ts';
import { activitiesOf, leadsOf, newImportWorkshop, reportOf, stagesOf } from '../../support/import-into.ts';
import { type ExportCell, type ExportRow, exportedFile, exportStyle } from '../../support/random-export.ts';

/** Whole seconds of the years in which two digits say the century. */
const instant = fc
  .integer({ min: Date.UTC(2001, 0, 1) / 1_000, max: Date.UTC(2060, 0, 1) / 1_000 })
  .map((at) => at * 1_000);
const date = instant.map((atMs): ExportCell => ({ kind: 'date', atMs }));
const amount = fc.option(fc.integer({ min: -9_999_999, max: 9_999_999 })).map(
  (cents): ExportCell => ({
    kind: 'number',
    value: cents === null ? null : cents / 100,
  }),
);
const word = fc
  .array(fc.constantFrom('Łódź', 'a', ' ', ',', ';', '"', '\n', '|', 'ß', '7', '=', 'x-ray'), { maxLength: 6 })
  .map((parts): ExportCell => ({ kind: 'text', text: parts.join('') }));

const history = fc.record({ leads: fc.integer({ min: 3, max: 12 }) }).chain(({ leads }) => {
  const person = fc.integer({ min: 0, max: leads - 1 });
  const id = (index: number): ExportCell => ({ kind: 'text', text: `L-${index}` });
  const lead = fc.record({ created: date, city: word, budget: amount });
  const stage = fc.record({ of: person, at: date, amount });
  const activity = fc.record({ of: person, at: date, type: fc.constantFrom('visit', 'call', 'Łap'), note: word });
  const many = { minLength: 3, maxLength: 20 };
  return fc.record({
    leads: fc.array(lead, { minLength: leads, maxLength: leads }).map((rows) =>
      rows.map(({ created, city, budget }, index) => ({
        Id: id(index),
        Created: created,
        City: city,
        Budget: budget,
      })),
    ),
    stages: fc
      .array(stage, many)
      .map((rows) => rows.map(({ of, at, amount: value }): ExportRow => ({ Who: id(of), 'Won on': at, Sum: value }))),
    activities: fc.array(activity, many).map((rows) =>
      rows.map(
        ({ of, at, type, note }): ExportRow => ({
          Lead: id(of),
          When: at,
          What: { kind: 'text', text: type },
          Note: note,
        }),
      ),
    ),
  });
});

const text = (cell: ExportCell | undefined): string => {
  if (cell?.kind === 'text') return cell.text.trim();
  if (cell?.kind === 'number') return cell.value === null ? '' : String(cell.value);
  return cell?.kind === 'date' && cell.atMs !== null ? new Date(cell.atMs).toISOString() : '';
};
const atOf = (cell: ExportCell | undefined) => (cell?.kind === 'date' ? (cell.atMs ?? 0) : 0);

describe('a random history in a random export', () => {
  it('comes back equal, with every row counted', async () => {
    await fc.assert(
      fc.asyncProperty(
        history,
        exportStyle,
        exportStyle,
        exportStyle,
        async (given, ofLeads, ofStages, ofActivities) => {
          const workshop = newImportWorkshop();
          const { files, rejected } = await reportOf(workshop, [
            exportedFile('activities.csv', given.activities, ofActivities, {
              rows: 'activities',
              lead: 'Lead',
              at: 'When',
              type: { column: 'What' },
            }),
            exportedFile('deals.csv', given.stages, ofStages, {
              rows: 'stages',
              lead: 'Who',
              stages: [{ stage: 'won', at: 'Won on', amount: 'Sum' }],
            }),
            exportedFile('people.csv', given.leads, ofLeads, { rows: 'leads', lead: 'Id', created: 'Created' }),
          ]);
          // A title is a record of the file too, and is told.
          const titles = (file: string) => rejected.filter((row) => row.file === file && row.line === 1).length;
          expect(files.map(({ file, read, accepted, rejected: refused }) => [file, read, accepted, refused])).toEqual(
            [
              ['activities.csv', given.activities.length],
              ['deals.csv', given.stages.length],
              ['people.csv', given.leads.length],
            ].map(([file, rows]) => [file, Number(rows) + titles(String(file)), rows, titles(String(file))]),
          );
          const held = readHistory(workshop);
          const { createdAtMs } = held.leads;
          closeWorkshop(workshop);
          expect(
            Object.entries(leadsOf(held)).map(([id, { City = '', Budget = '' }], lead) => [
              id,
              createdAtMs[lead],
              City,
              Budget === '' ? '' : String(Number(Budget)),
            ]),
          ).toEqual(
            given.leads.map(({ Id, Created, City, Budget }) => [text(Id), atOf(Created), text(City), text(Budget)]),
          );
          const won = given.stages.map(({ Who, 'Won on': at, Sum }) =>
            [text(Who), 'won', new Date(atOf(at)).toISOString().slice(0, 10), text(Sum)]
              .filter((part) => part !== '')
              .join(' '),
          );
          expect([...stagesOf(held)].sort()).toEqual(won.sort());
          expect([...activitiesOf(held)].sort()).toEqual(
            given.activities.map(({ Lead, When, What }) => `${text(Lead)} ${text(What)} ${text(When)}`).sort(),
          );
          const note = held.activities.properties.find(({ name }) => name === 'Note');
          const notes = [...(note?.codes ?? [])].map((code) => note?.cells[code] ?? '');
          expect(notes.sort()).toEqual(given.activities.map(({ Note }) => text(Note)).sort());
        },
      ),
      { numRuns: 150 },
    );
  }, 240_000);
});
