import { useDraggable, useDroppable } from '@dnd-kit/core';
import type { KeyboardEvent } from 'react';
import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useArranging } from './arranging.tsx';
import { keyOf, type Thing } from './things.ts';

/** Drag it, or move it with the arrow keys. */
export const Grip = ({ thing, name }: { readonly thing: Thing; readonly name: string }) => {
  const { t } = useMessages();
  const { setNodeRef, listeners } = useDraggable({ id: keyOf(thing) });
  const press = useMoveKeys(thing, false);
  return (
    <button
      type="button"
      ref={setNodeRef}
      className="grip"
      aria-label={t('rules.move.grip', { name })}
      title={t('rules.move.how')}
      data-grip={keyOf(thing)}
      {...listeners}
      onKeyDown={press}
    >
      <Icon name="grip" size={12} />
    </button>
  );
};

/** Arrow keys, with Alt where the element has a use of its own for them. */
export const useMoveKeys = (thing: Thing, withAlt = true) => {
  const { step } = useArranging();
  return (event: KeyboardEvent) => {
    if (withAlt && !event.altKey) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    step(thing, event.key === 'ArrowUp' ? 'up' : 'down');
  };
};

/** Where things can be dropped: the element's ref, and the class that shows it while something is held over it. */
export const useDropZone = (thing: Thing) => {
  const key = keyOf(thing);
  const { setNodeRef } = useDroppable({ id: key });
  const { mark } = useArranging();
  return { ref: setNodeRef, dropClass: mark?.over === key ? ` drop-${mark.edge}` : '' };
};
