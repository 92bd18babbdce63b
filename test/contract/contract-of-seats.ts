/** Who sits at the table, who speaks, and the notes that they leave. */
import { describe, expect, it } from 'vitest';
import { answerOf, type ContractStage } from './contract-stage.ts';

export function seatsContract(stage: ContractStage): void {
  const call = () => stage.transport.call;
  const seat = async (team: 'marketing' | 'sales', person: string) => {
    const { seats } = answerOf(await call()('seats.add', { team, person }));
    const added = seats.find((one) => one.team === team && one.person === person.trim());
    if (added === undefined) throw new Error(`${person} has no seat`);
    return added;
  };
  const note = async (text: string) => answerOf(await call()('notes.add', { subject: 'workshop', key: '', text }));

  describe('the seats', () => {
    it('are empty in a new workshop, and nobody speaks', async () => {
      await stage.newWorkshop();
      expect(answerOf(await call()('seats.list', {}))).toEqual({ seats: [], speaking: null });
    });

    it('are listed marketing first, with trimmed names, and every screen is told', async () => {
      await stage.newWorkshop();
      const before = (await stage.transport.events()).length;
      const marek = await seat('sales', ' Marek Nowak ');
      const ilse = await seat('marketing', 'Ilse Brandt');
      expect(answerOf(await call()('seats.list', {})).seats).toEqual([ilse, marek]);
      expect(marek).toMatchObject({ team: 'sales', person: 'Marek Nowak', isUsed: false });
      const told = () => stage.transport.events().then((events) => events.slice(before));
      await expect.poll(told).toContainEqual({ kind: 'changed', what: 'seats' });
    });

    it('refuse a name that the team has, whatever its case, and one that is empty; the other team may have it', async () => {
      await stage.newWorkshop();
      await seat('sales', 'Marek');
      await seat('marketing', 'Marek');
      expect(await call()('seats.add', { team: 'sales', person: ' MAREK' })).toMatchObject({
        error: { kind: 'seatTaken', detail: 'Marek', path: 'person' },
      });
      expect(await call()('seats.add', { team: 'sales', person: '  ' })).toMatchObject({
        error: { kind: 'badInput', path: 'person' },
      });
      expect(answerOf(await call()('seats.list', {})).seats).toHaveLength(2);
    });

    it('can be renamed and removed until something was said with them', async () => {
      await stage.newWorkshop();
      const { id } = await seat('sales', 'Merek');
      expect(answerOf(await call()('seats.rename', { seatId: id, person: 'Marek' })).seats).toMatchObject([
        { id, person: 'Marek' },
      ]);
      answerOf(await call()('seats.speak', { seatId: id }));
      await note('The list is too long.');
      for (const reply of [
        await call()('seats.rename', { seatId: id, person: 'Else' }),
        await call()('seats.remove', { seatId: id }),
      ])
        expect(reply).toMatchObject({ error: { kind: 'seatUsed', detail: 'Marek' } });
      const unused = await seat('sales', 'Chiara');
      expect(answerOf(await call()('seats.remove', { seatId: unused.id })).seats).toMatchObject([
        { person: 'Marek', isUsed: true },
      ]);
    });

    it('speak one at a time, also after the workshop was closed; one that is removed speaks no more', async () => {
      const name = await stage.newWorkshop();
      const { id } = await seat('marketing', 'Ilse');
      answerOf(await call()('seats.speak', { seatId: id }));
      answerOf(await call()('workshop.close', {}));
      const again = answerOf(await call()('workshop.state', {})).recent.find((file) => file.name === name);
      answerOf(await call()('workshop.open', { token: again?.token ?? '' }));
      expect(answerOf(await call()('seats.list', {})).speaking).toBe(id);
      expect(answerOf(await call()('seats.remove', { seatId: id }))).toEqual({ seats: [], speaking: null });
      expect(await call()('seats.speak', { seatId: id })).toMatchObject({
        error: { kind: 'notFound', path: 'seatId' },
      });
    });
  });

  describe('a branch', () => {
    it('is proposed by the team that speaks, or as what it is a copy of', async () => {
      await stage.newWorkshop();
      const branch = async () =>
        answerOf(await call()('ruleSets.add', { from: 'copy', name: 'Branch', label: 'Branch' })).seat;
      expect(await branch()).toBe('both');
      const { id } = await seat('sales', 'Marek');
      answerOf(await call()('seats.speak', { seatId: id }));
      expect(await branch()).toBe('sales');
      answerOf(await call()('seats.speak', { seatId: null }));
      expect(await branch()).toBe('sales');
    });
  });

  describe('notes', () => {
    it('carry the seat that speaks and the moment, and stand in the order in which they were written', async () => {
      await stage.newWorkshop();
      const began = Date.now();
      await note('Nobody in particular.');
      const { id } = await seat('sales', 'Marek');
      answerOf(await call()('seats.speak', { seatId: id }));
      const notes = await note(' Sales wants fewer. ');
      expect(notes).toMatchObject([
        { team: null, person: null, text: 'Nobody in particular.' },
        { team: 'sales', person: 'Marek', text: 'Sales wants fewer.', subject: 'workshop', key: '' },
      ]);
      for (const { atMs } of notes) expect(atMs).toBeGreaterThanOrEqual(began);
      expect(answerOf(await call()('notes.list', { subject: 'workshop', key: '' }))).toEqual(notes);
    });

    it('stand with what they are about, which must be there', async () => {
      await stage.newDemo();
      const add = (subject: 'lead' | 'version' | 'agreement' | 'workshop', key: string) =>
        call()('notes.add', { subject, key, text: 'Look again.' });
      const { rows } = answerOf(
        await call()('leads.list', { search: '', sort: 'id', descending: false, level: 'mql', offset: 0, limit: 1 }),
      );
      const lead = rows[0]?.lead ?? '';
      expect(answerOf(await add('lead', lead))).toHaveLength(1);
      expect(answerOf(await add('version', '1'))).toHaveLength(1);
      expect(answerOf(await call()('notes.list', { subject: 'workshop', key: '' }))).toEqual([]);
      for (const [subject, key] of [
        ['lead', 'nobody'],
        ['version', '99'],
        ['version', '1 OR 1'],
        ['agreement', '99'],
        ['workshop', 'else'],
      ] as const)
        expect(await add(subject, key), `${subject} ${key}`).toMatchObject({
          error: { kind: 'notFound', path: 'key' },
        });
    });
  });
}
