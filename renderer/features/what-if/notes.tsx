import { Popover } from '@mantine/core';
import { Icon } from '../../components/icon.tsx';
import { scrollRegion } from '../../components/scroll-region.ts';
import { useMessages } from '../../i18n/messages.tsx';

/** What the replay noticed: rules that name what the history lacks, dates that lie ahead. Nothing where it noticed nothing. */
export const Notes = ({ warnings }: { readonly warnings: readonly string[] }) => {
  const { t } = useMessages();
  if (warnings.length === 0) return null;
  const label = t('what-if.notes', { count: warnings.length });
  return (
    <Popover position="bottom-end" offset={4}>
      <Popover.Target>
        <button type="button" className="tool small">
          <Icon name="warning" />
          {label}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <div className="notes-list scroll" {...scrollRegion(label)}>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};
