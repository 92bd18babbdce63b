import { describe, expect, it } from 'vitest';
import { TEMPLATE_WORDS } from '../../cli/words/template-words.ts';
import { ACTIVITY_SLOTS } from '../../core/templates/activity-slots.ts';
import { TEMPLATES } from '../../core/templates/all-templates.ts';
import { ATTRIBUTE_SLOTS } from '../../core/templates/attribute-slots.ts';
import { wordIdsOf } from '../../core/templates/template-words.ts';
import { ENGLISH } from '../../renderer/i18n/catalogue.ts';

describe('the words of templates', () => {
  it('are the same on screen and on the command line', () => {
    const onScreen = Object.entries(ENGLISH).filter(([id]) => id.startsWith('templates.'));
    expect(Object.fromEntries(onScreen)).toMatchObject(
      Object.fromEntries(Object.entries(TEMPLATE_WORDS).map(([id, word]) => [`templates.${id}`, word])),
    );
  });

  it('are there for every part of every template and for every slot, and for nothing else', () => {
    const slots = [...Object.keys(ATTRIBUTE_SLOTS), ...Object.keys(ACTIVITY_SLOTS), 'anyActivity'];
    const needed = new Set([...TEMPLATES.flatMap(wordIdsOf), ...slots.map((slot) => `slot.${slot}`)]);
    expect(Object.keys(TEMPLATE_WORDS).toSorted()).toEqual([...needed].toSorted());
  });
});
