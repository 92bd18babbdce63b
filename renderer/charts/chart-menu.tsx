import { Menu } from '@mantine/core';
import { type RefObject, useState } from 'react';
import { saveBlob } from '../client/save-blob.ts';
import { Icon } from '../components/icon.tsx';
import { useMessages } from '../i18n/messages.tsx';
import { useStores } from '../stores/use-stores.tsx';
import { pngOf, svgOf } from './chart-pictures.ts';
import { type ChartTable, csvOf, fileNameOf } from './chart-table.ts';

interface ChartMenuProps {
  readonly question: string;
  readonly card: RefObject<HTMLElement | null>;
  readonly table: ChartTable;
  readonly showsTable: boolean;
  readonly onToggleTable: () => void;
}

/** What every chart can do: be copied or saved as a picture, and give away the figures behind it. */
export const ChartMenu = ({ question, card, table, showsTable, onToggleTable }: ChartMenuProps) => {
  const { t } = useMessages();
  const { bridge } = useStores();
  const [said, setSaid] = useState('');
  const name = fileNameOf(question);
  const withSvg = async (use: (svg: string) => Promise<string>) => {
    const svg = card.current === null ? null : svgOf(card.current);
    if (svg !== null) setSaid(await use(svg));
  };
  const copy = () =>
    withSvg(async (svg) => {
      try {
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(svg) })]);
        return t('chart.copied');
      } catch {
        return t('chart.copyRefused');
      }
    });
  const savePng = () =>
    withSvg(async (svg) => {
      saveBlob(await pngOf(svg), `${name}.png`);
      return '';
    });
  const saveSvg = () =>
    withSvg(async (svg) => ((await bridge.saveText(`${name}.svg`, 'image/svg+xml', svg)) ? t('chart.saved') : ''));
  const saveCsv = async () =>
    setSaid((await bridge.saveText(`${name}.csv`, 'text/csv', csvOf(table))) ? t('chart.saved') : '');
  return (
    <>
      <span className="chart-said hint" role="status">
        {said}
      </span>
      <Menu position="bottom-end" onOpen={() => setSaid('')}>
        <Menu.Target>
          <button type="button" className="tool small" aria-label={t('chart.menu', { question })}>
            <Icon name="dots" />
          </button>
        </Menu.Target>
        <Menu.Dropdown aria-label={t('chart.menu', { question })}>
          <Menu.Item disabled={showsTable} onClick={() => void copy()}>
            {t('chart.copyPicture')}
          </Menu.Item>
          <Menu.Item disabled={showsTable} onClick={() => void savePng()}>
            {t('chart.savePng')}
          </Menu.Item>
          <Menu.Item disabled={showsTable} onClick={() => void saveSvg()}>
            {t('chart.saveSvg')}
          </Menu.Item>
          <Menu.Item onClick={() => void saveCsv()}>{t('chart.saveCsv')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={onToggleTable}>{t(showsTable ? 'chart.showChart' : 'chart.showTable')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
};
