import { useRef, useState } from 'react';
import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useStores } from '../../../stores/use-stores.tsx';
import type { MappingPartProps } from './mapping-part.ts';
import { readMapping } from './read-mapping.ts';

/** Keeps the mapping as the file that the command line reads too. */
export const MappingFiles = ({ source, mapping, onChange }: MappingPartProps) => {
  const { t } = useMessages();
  const { bridge } = useStores();
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const load = async (file: File) => {
    const read = readMapping(await file.text());
    setRefused(read === null ? file.name : null);
    if (read !== null) onChange(read);
  };
  const save = () =>
    bridge.saveText(
      `${source.file.replace(/\.[^.]*$/u, '')}.mapping.json`,
      'application/json',
      `${JSON.stringify(mapping, null, 2)}\n`,
    );
  return (
    <div className="mapping-files">
      {refused !== null && (
        <span className="broken" role="alert">
          {t('history.map.loadFailed', { file: refused })}
        </span>
      )}
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('history.map.load')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file !== undefined) void load(file);
        }}
      />
      <button type="button" className="tool small" onClick={() => input.current?.click()}>
        <Icon name="folder" size={12} />
        {t('history.map.load')}
      </button>
      <button type="button" className="tool small" onClick={() => void save()}>
        <Icon name="file" size={12} />
        {t('history.map.save')}
      </button>
    </div>
  );
};
