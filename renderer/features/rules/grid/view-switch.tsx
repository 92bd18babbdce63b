import { useEffect, useRef } from 'react';
import { Segments } from '../../../components/fields/segments.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useGrid } from '../../../stores/use-stores.tsx';

/** The rules as a list, or the leads by grade. */
export const ViewSwitch = () => {
  const { t } = useMessages();
  const { isOpen, isFresh, open, settle } = useGrid((state) => state);
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!isFresh) return;
    place.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
    settle();
  }, [isFresh, settle]);
  return (
    <span ref={place}>
      <Segments
        label={t('grid.view')}
        value={isOpen ? 'grid' : 'list'}
        choices={[
          { value: 'list', label: t('grid.view.list') },
          { value: 'grid', label: t('grid.view.grid') },
        ]}
        onChange={(view) => open(view === 'grid')}
      />
    </span>
  );
};
