/** The timeline: all that happened in a workshop, in order, with who spoke. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Input } from '../../api/contract.ts';
import type { TimelineKind } from '../../api/core-types.ts';
import { draftRuleSet } from '../../core/demo/demo-rule-set.ts';
import { WHOLE_VIEW } from '../../core/replay/view.ts';
import { answerOf, type ContractStage } from './contract-stage.ts';

export function timelineContract(stage: ContractStage): void {
  const call = () => stage.transport.call;
  const list = async (asked: Partial<Input<'timeline.list'>> = {}) =>
    answerOf(await call()('timeline.list', { kinds: null, newestFirst: false, offset: 0, limit: 500, ...asked }));
  const speaks = async (team: 'marketing' | 'sales', person: string) => {
    const { seats } = answerOf(await call()('seats.add', { team, person }));
    const seatId = seats.find((seat) => seat.person === person)?.id ?? -1;
    answerOf(await call()('seats.speak', { seatId }));
  };
  describe('the timeline', () => {
    it('begins with the workshop', async () => {
      await stage.newWorkshop();
      expect(await list()).toMatchObject({
        total: 1,
        rows: [{ kind: 'history', what: 'workshop.begun', team: null, person: null, detail: {} }],
      });
    });

    it('tells steps that stand, versions, notes and seats in order, each with who spoke', async () => {
      await stage.newWorkshop();
      await speaks('marketing', 'Ilse');
      answerOf(await call()('scenario.edit', { ruleSet: draftRuleSet(), label: 'MQL at 45' }));
      answerOf(await call()('scenario.edit', { ruleSet: draftRuleSet(), label: 'Taken back' }));
      answerOf(await call()('scenario.undo', {}));
      await speaks('sales', 'Marek');
      answerOf(await call()('ruleSets.add', { from: 'copy', name: 'Fewer', label: 'Branch: Fewer' }));
      answerOf(await call()('view.set', { view: { ...WHOLE_VIEW, capacityPerWeek: 12 }, label: 'Capacity: 12' }));
      answerOf(await call()('scenario.saveVersion', { name: 'Agreed' }));
      answerOf(await call()('notes.add', { subject: 'workshop', key: '', text: 'We meet again in March.' }));
      const { rows } = await list();
      expect(rows.map(({ what, team, person }) => [what, team, person])).toEqual([
        ['workshop.begun', null, null],
        ['seat.added', null, null],
        ['scenario.edited', 'marketing', 'Ilse'],
        ['seat.added', 'marketing', 'Ilse'],
        ['scenario.made', 'sales', 'Marek'],
        ['view.set', 'sales', 'Marek'],
        ['version.saved', 'sales', 'Marek'],
        ['note.workshop', 'sales', 'Marek'],
      ]);
      expect(rows.map(({ detail }) => detail)).toMatchObject([
        {},
        { team: 'marketing', person: 'Ilse' },
        { label: 'MQL at 45', scenario: 'Joint draft' },
        { team: 'sales', person: 'Marek' },
        { label: 'Branch: Fewer' },
        { label: 'Capacity: 12' },
        { name: 'Agreed' },
        { text: 'We meet again in March.' },
      ]);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    });

    it('comes page by page, from either end, of the kinds asked for, and counts all kinds', async () => {
      await stage.newWorkshop();
      for (const text of ['one', 'two', 'three'])
        answerOf(await call()('notes.add', { subject: 'workshop', key: '', text }));
      const notes: readonly TimelineKind[] = ['note'];
      const page = await list({ kinds: [...notes], newestFirst: true, offset: 1, limit: 1 });
      expect(page).toMatchObject({ total: 3, rows: [{ detail: { text: 'two' } }] });
      expect(page.countByKind).toEqual({
        history: 1,
        scenario: 0,
        panel: 0,
        agreement: 0,
        review: 0,
        note: 3,
        seat: 0,
      });
      expect(await list({ kinds: [] })).toMatchObject({ total: 0, rows: [] });
    });

    it('tells what an import brought in, and of a lead that was erased neither the name nor the notes', async () => {
      await stage.newWorkshop();
      const data = join(stage.folder, 'data of the timeline');
      mkdirSync(data);
      writeFileSync(join(data, 'leads.csv'), 'id,created\nLEAD-A,2026-01-05\nLEAD-B,2026-01-06\n');
      writeFileSync(join(data, 'activities.csv'), 'lead,at,type\nLEAD-A,2026-01-08,visit\n');
      writeFileSync(join(data, 'stages.csv'), 'lead,at,stage\nLEAD-A,2026-02-01,sql\n');
      const files = (await stage.transport.choose('data-folder', [data])).map(({ token }) => ({ file: token }));
      answerOf(await call()('import.run', { files, onChanged: 'keep', jobId: 'import' }));
      answerOf(await call()('notes.add', { subject: 'lead', key: 'LEAD-A', text: 'She is ready.' }));
      answerOf(await call()('notes.add', { subject: 'lead', key: 'LEAD-B', text: 'As ready as lead-a.' }));
      const told = (await list()).rows.map(({ what, detail }) => [what, detail]);
      expect(told).toMatchObject([
        ['workshop.begun', {}],
        ['history.imported', { leads: 2, activities: 1, stages: 1, rejected: 0 }],
        ['note.lead', { key: 'LEAD-A', text: 'She is ready.' }],
        ['note.lead', { key: 'LEAD-B' }],
      ]);
      answerOf(await call()('leads.erase', { id: 'LEAD-A', jobId: 'erase' }));
      const { rows } = await list();
      expect(rows.map(({ what }) => what)).toEqual(['workshop.begun', 'history.imported', 'note.lead', 'lead.erased']);
      expect(JSON.stringify(rows)).not.toMatch(/LEAD-A/iu);
      expect(rows[2]?.detail).toMatchObject({ key: 'LEAD-B', text: 'As ready as ….' });
    });
  });
}
