import { useState } from 'react';
import type { TemplateId } from '../../../../core/templates/template.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { hashOf } from '../../../stores/route-store.ts';
import { PageHead } from '../page-head.tsx';
import { ProgrammeDetail } from './programme-detail.tsx';
import { ProgrammeList } from './programme-list.tsx';
import { type Changes, NO_CHANGES } from './programme-model.ts';
import { useProgrammes } from './use-programmes.ts';
import './programmes.css';

/** The ready-made programmes on the columns of the history; one of them is put on the table. */
export const ProgrammesPage = () => {
  const { t } = useMessages();
  const { programmes, failure } = useProgrammes();
  const [chosen, setChosen] = useState<TemplateId | null>(null);
  const [changesById, setChangesById] = useState<ReadonlyMap<TemplateId, Changes>>(new Map());
  const programme = programmes?.find(({ id }) => id === chosen) ?? programmes?.[0];
  return (
    <div className="rules-page">
      <PageHead title={t('templates.page')}>
        <p>{t('templates.page.intro')}</p>
        {programme?.canonical === true && (
          <p role="status">
            {t('templates.page.noHistory')} <a href={hashOf('history', 'import')}>{t('effects.bringIn')}</a>
          </p>
        )}
      </PageHead>
      {failure !== null && <FailureNotice failure={failure} />}
      {failure === null && programmes === null && (
        <p className="programmes-reading" role="status">
          {t('templates.page.reading')}
        </p>
      )}
      {programmes !== null && programme !== undefined && (
        <div className="programmes">
          <ProgrammeList programmes={programmes} chosen={programme.id} onChoose={setChosen} />
          <ProgrammeDetail
            key={programme.id}
            programme={programme}
            changes={changesById.get(programme.id) ?? NO_CHANGES}
            onChange={(changes) => setChangesById(new Map([...changesById, [programme.id, changes]]))}
          />
        </div>
      )}
    </div>
  );
};
