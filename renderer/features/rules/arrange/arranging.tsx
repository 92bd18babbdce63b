import {
  type Announcements,
  type CollisionDetection,
  closestCenter,
  DndContext,
  type DragEndEvent,
  type DragMoveEvent,
  DragOverlay,
  MeasuringStrategy,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { createContext, type ReactNode, use, useLayoutEffect, useRef, useState } from 'react';
import type { Direction } from '../../../../core/rule-set/move-item.ts';
import type { RuleSet } from '../../../../core/rule-set/rule-set.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { useRuleEditing } from '../rule-editing.tsx';
import {
  dropped,
  type Edge,
  edgeOf,
  keyOf,
  nameOf,
  standingOf,
  stepped,
  TARGETS,
  type Thing,
  thingOf,
} from './things.ts';

interface DropMark {
  readonly over: string;
  readonly edge: Edge;
}

interface Arranging {
  /** Moves by one place as one undoable step, says where it is now, and keeps the focus on it. */
  readonly step: (thing: Thing, direction: Direction) => void;
  readonly mark: DropMark | null;
}

const ArrangingContext = createContext<Arranging>({ step: () => {}, mark: null });

export const useArranging = (): Arranging => use(ArrangingContext);

/** Everything within can be put elsewhere, by its grip and by the arrow keys. */
export const ArrangingProvider = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useMessages();
  const { ruleSet, apply } = useRuleEditing();
  const [mark, setMark] = useState<DropMark | null>(null);
  const [held, setHeld] = useState<Thing | null>(null);
  const [said, setSaid] = useState('');
  const refocus = useRef<string | null>(null);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const whereWords = useWhereWords();

  // A rule that goes into another group is drawn anew there; the keyboard has to stay with it.
  useLayoutEffect(() => {
    if (refocus.current === null) return;
    for (const grip of document.querySelectorAll<HTMLElement>('[data-grip]'))
      if (grip.dataset['grip'] === refocus.current) grip.focus();
    refocus.current = null;
  });

  const put = (thing: Thing, next: RuleSet) => {
    if (next === ruleSet) return;
    apply(next, t('rules.step.move', { name: nameOf(ruleSet, thing) }));
    setSaid(whereWords(next, thing));
  };
  const step = (thing: Thing, direction: Direction) => {
    refocus.current = keyOf(thing);
    const next = stepped(ruleSet, thing, direction);
    if (next === ruleSet) setSaid(t('rules.move.end', { name: nameOf(ruleSet, thing) }));
    else put(thing, next);
  };
  const markOf = ({ active, over }: DragMoveEvent | DragEndEvent): DropMark | null => {
    const thing = thingOf(String(active.id));
    const target = over === null ? null : thingOf(String(over.id));
    const rect = active.rect.current.translated;
    if (thing === null || target === null || over === null || rect === null) return null;
    const isBelow = rect.top + rect.height / 2 > over.rect.top + over.rect.height / 2;
    return { over: keyOf(target), edge: edgeOf(thing, target, isBelow) };
  };
  const follow = (event: DragMoveEvent) => {
    const next = markOf(event);
    setMark((now) => (now?.over === next?.over && now?.edge === next?.edge ? now : next));
  };
  const drop = (event: DragEndEvent) => {
    const thing = thingOf(String(event.active.id));
    const at = markOf(event);
    const over = at === null ? null : thingOf(at.over);
    if (thing !== null && at !== null && over !== null) put(thing, dropped(ruleSet, thing, over, at.edge));
    letGo();
  };
  const letGo = () => {
    setMark(null);
    setHeld(null);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={ownTargets}
      measuring={MEASURING}
      accessibility={{ announcements: SILENT, screenReaderInstructions: { draggable: t('rules.move.how') } }}
      onDragStart={({ active }) => setHeld(thingOf(String(active.id)))}
      onDragMove={follow}
      onDragOver={follow}
      onDragEnd={drop}
      onDragCancel={letGo}
    >
      <ArrangingContext value={{ step, mark }}>{children}</ArrangingContext>
      <DragOverlay dropAnimation={null}>
        {held !== null && <span className="drag-chip">{nameOf(ruleSet, held)}</span>}
      </DragOverlay>
      <span className="only-heard" role="status">
        {said}
      </span>
    </DndContext>
  );
};

/** "Pricing page is now 2 of 5 in Behaviour, Website". */
const useWhereWords = () => {
  const { t } = useMessages();
  return (ruleSet: RuleSet, thing: Thing): string => {
    const { place, position, count } = standingOf(ruleSet, thing);
    const name = nameOf(ruleSet, thing);
    if (place === null) return t('rules.move.now', { name, position, count });
    const dimension = nameOf(ruleSet, { kind: 'dimension', id: place.dimension });
    const where =
      place.group === undefined
        ? dimension
        : t('rules.editor.place', { dimension, group: nameOf(ruleSet, { kind: 'group', id: place.group }) });
    return t('rules.move.nowIn', { name, position, count, place: where });
  };
};

/** Under the pointer, or else the nearest, among what this kind can be dropped on. */
const ownTargets: CollisionDetection = (given) => {
  const thing = thingOf(String(given.active.id));
  const droppableContainers = given.droppableContainers.filter(({ id }) => {
    const kind = thingOf(String(id))?.kind;
    return thing !== null && kind !== undefined && TARGETS[thing.kind].includes(kind);
  });
  const under = pointerWithin({ ...given, droppableContainers });
  return under.length > 0 ? under : closestCenter({ ...given, droppableContainers });
};

/** Figures that arrive while something is held push the rows about: where they are is asked again and again. */
const MEASURING = { droppable: { strategy: MeasuringStrategy.WhileDragging, frequency: 50 } };

/** What has happened is said once, by the status line: the same words for the mouse and the keyboard. */
const SILENT: Announcements = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};
