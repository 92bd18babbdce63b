import { Menu } from '@mantine/core';
import type { AgreementState } from '../../../../api/agreement.ts';
import type { JudgedPromise } from '../../../../api/promises.ts';
import { serialiseAgreement } from '../../../../core/agreement/serialise-agreement.ts';
import { serialiseRuleSet } from '../../../../core/rule-set/serialise-rule-set.ts';
import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useStores, useWorkshop } from '../../../stores/use-stores.tsx';
import { ruleSetFileName } from '../../rules/paper/file-name.ts';
import { type Shown, worthOf } from '../shown.ts';
import { agreementPaper } from './agreement-paper.ts';
import { paperMarkdown } from './paper-markdown.ts';
import { paperPage } from './paper-page.ts';

/** What is on screen as a file: to be read, to be printed, for machines. */
export const ExportMenu = (props: {
  readonly state: AgreementState;
  readonly shown: Shown;
  readonly judged: readonly JudgedPromise[];
}) => {
  const { state, shown, judged } = props;
  const messages = useMessages();
  const { t } = messages;
  const { bridge } = useStores();
  const workshop = useWorkshop((known) => known.workshop?.open?.name ?? '');
  const { document, number } = shown;
  const named = { name: document.name, number };
  const name = shown.kind === 'draft' ? t('agreement.export.fileDraft', named) : t('agreement.export.file', named);
  const save = (extension: string, mediaType: string, text: string) =>
    void bridge.saveText(ruleSetFileName(name, t('agreement.title'), extension), mediaType, text);
  const paper = () =>
    agreementPaper(messages, {
      workshop,
      document,
      number,
      version: shown.kind === 'draft' ? null : shown.version,
      worth: shown.kind === 'draft' ? null : worthOf(state, shown.version),
      judged,
    });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className="button">
          {t('agreement.export')}
          <Icon name="down" size={12} />
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('agreement.export')}>
        <Menu.Item onClick={() => save('html', 'text/html', paperPage(paper()))}>
          {t('agreement.export.page')}
        </Menu.Item>
        <Menu.Item onClick={() => save('md', 'text/markdown', paperMarkdown(paper()))}>
          {t('agreement.export.markdown')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => save('agreement.json', 'application/json', serialiseAgreement(document))}>
          {t('agreement.export.document')}
        </Menu.Item>
        <Menu.Item onClick={() => save('rules.json', 'application/json', serialiseRuleSet(document.ruleSet))}>
          {t('agreement.export.rules')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
