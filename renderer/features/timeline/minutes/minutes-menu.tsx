import { Popover } from '@mantine/core';
import { useState } from 'react';
import type { TimelineEntry } from '../../../../api/core-types.ts';
import type { Failure } from '../../../../api/reply.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { ChoiceField } from '../../../components/fields/choice-field.tsx';
import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useSeats, useStores, useWorkshop } from '../../../stores/use-stores.tsx';
import { daysOf } from '../days.ts';
import { readEntries } from '../use-timeline.ts';
import { minutesOf } from './minutes.ts';
import { minutesMarkdown } from './minutes-markdown.ts';
import { minutesPage } from './minutes-page.ts';

/** Saves the minutes of a day, or of the whole workshop, as text or as a page to print. */
export const MinutesMenu = () => {
  const messages = useMessages();
  const { t, format } = messages;
  const { client, bridge } = useStores();
  const workshop = useWorkshop((state) => state.workshop?.open ?? null);
  const seats = useSeats((state) => state.seats);
  const [entries, setEntries] = useState<readonly TimelineEntry[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [day, setDay] = useState(WHOLE);
  const [said, setSaid] = useState('');
  const open = async (isOpen: boolean) => {
    setEntries(null);
    setSaid('');
    if (!isOpen) return;
    const reply = await readEntries(client, { kinds: null, newestFirst: false, shown: Number.MAX_SAFE_INTEGER });
    setFailure(reply.ok ? null : reply.error);
    if (!reply.ok) return;
    setEntries(reply.value.rows);
    setDay(daysOf(reply.value.rows, format).at(-1)?.day ?? WHOLE);
  };
  const save = async (as: 'markdown' | 'page') => {
    if (workshop === null || entries === null) return;
    const ofDay = day === WHOLE ? null : day;
    const minutes = minutesOf(messages, {
      workshop: workshop.name,
      timeZone: workshop.timeZone,
      day: ofDay,
      seats,
      entries: ofDay === null ? entries : entries.filter(({ atMs }) => format.date(atMs) === ofDay),
    });
    const names = { workshop: workshop.name, day };
    const name = ofDay === null ? minutes.title : t('timeline.minutes.fileOfDay', names);
    const headings = [t('timeline.minutes.time'), t('timeline.minutes.who'), t('timeline.minutes.what')] as const;
    const isSaved =
      as === 'markdown'
        ? await bridge.saveText(`${name}.md`, 'text/markdown', minutesMarkdown(minutes))
        : await bridge.saveText(`${name}.html`, 'text/html', minutesPage(minutes, headings));
    setSaid(isSaved ? t('timeline.minutes.saved') : '');
  };
  const days = daysOf(entries ?? [], format).map((one) => one.day);
  return (
    <Popover
      position="bottom-end"
      offset={4}
      opened={entries !== null || failure !== null}
      onChange={(isOpen) => {
        if (!isOpen) setFailure(null);
        void open(isOpen);
      }}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <button type="button" className="button" onClick={() => void open(entries === null)}>
          {t('timeline.minutes')}
          <Icon name="down" size={12} />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('timeline.minutes')}>
        <div className="minutes-menu">
          {failure !== null && <FailureNotice failure={failure} />}
          <span className="secondary">{t('timeline.minutes.of')}</span>
          <ChoiceField
            label={t('timeline.minutes.of')}
            value={day}
            choices={[
              ...days.toReversed().map((value) => ({ value, label: value })),
              { value: WHOLE, label: t('timeline.minutes.wholeWorkshop') },
            ]}
            onChange={setDay}
          />
          <button type="button" className="button" onClick={() => void save('page')}>
            {t('timeline.minutes.page')}
          </button>
          <button type="button" className="button" onClick={() => void save('markdown')}>
            {t('timeline.minutes.markdown')}
          </button>
          <span className="hint" role="status">
            {said}
          </span>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};

const WHOLE = '';
