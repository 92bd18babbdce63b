import { useState } from 'react';
import type { RuleSetVersion } from '../../../api/scenario.ts';
import { Icon } from '../../components/icon.tsx';
import { LineKey } from '../../components/marks.tsx';
import { NotesSection } from '../../features/notes/notes-section.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { useScenario } from '../../stores/use-stores.tsx';

/** Every rule set that was kept, the newest first: a scenario can begin from any of them, and each has its notes. */
export const VersionList = () => {
  const { t } = useMessages();
  const versions = useScenario((state) => state.stored?.versions ?? NO_VERSIONS);
  const baselineId = useScenario((state) => state.stored?.baseline.id ?? null);
  return (
    <section aria-label={t('scenarios.versions')}>
      <h3 className="strong">{t('scenarios.versions')}</h3>
      <ul className="scenarios-list">
        {versions.map((version) => (
          <Line key={version.id} version={version} isBaseline={version.id === baselineId} />
        ))}
      </ul>
    </section>
  );
};

const NO_VERSIONS: readonly RuleSetVersion[] = [];

const Line = ({ version, isBaseline }: { readonly version: RuleSetVersion; readonly isBaseline: boolean }) => {
  const { t, format } = useMessages();
  const { id, name, savedAtMs } = version;
  const [showsNotes, setShowsNotes] = useState(false);
  const add = useScenario((state) => state.addRuleSet);
  // Not the version's own name: the two stand beside each other in the top bar.
  const branched = t('scenarios.fromVersion', { name });
  return (
    <li>
      <span className="version-line">
        {isBaseline && <LineKey dashed />}
        <span className="ellipsis" title={name}>
          {name}
        </span>
        <span className="hint">
          {isBaseline ? t('scenarios.versionBaseline', { date: format.date(savedAtMs) }) : format.date(savedAtMs)}
        </span>
      </span>
      <button
        type="button"
        className="tool small"
        aria-label={t('scenarios.branchVersion', { name })}
        title={t('scenarios.branchVersion', { name })}
        onClick={() => void add({ versionId: id }, branched, t('scenarios.step.branch', { name: branched }))}
      >
        <Icon name="plus" size={12} />
      </button>
      <button
        type="button"
        className="head-tool"
        aria-expanded={showsNotes}
        aria-label={t('scenarios.versionNotes', { name })}
        onClick={() => setShowsNotes(!showsNotes)}
      >
        {t('notes.title')}
      </button>
      {showsNotes && (
        <div className="version-notes">
          <NotesSection subject="version" about={String(id)} title={t('scenarios.versionNotes', { name })} />
        </div>
      )}
    </li>
  );
};
