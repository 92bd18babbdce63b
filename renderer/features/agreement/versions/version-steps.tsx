import type { AgreementVersion } from '../../../../api/agreement.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { useScenario, useStores, useWorkshop } from '../../../stores/use-stores.tsx';
import { ReasonForm } from '../reason-form.tsx';
import type { Agreement } from '../use-agreement.ts';

/** What can be done with a version that is kept: talk on from it, give it up, compare scenarios with it. */
export const VersionSteps = ({
  agreement,
  version,
}: {
  readonly agreement: Agreement;
  readonly version: AgreementVersion;
}) => {
  const { t } = useMessages();
  const { client } = useStores();
  const baseline = useScenario((scenario) => scenario.stored?.baseline.id ?? null);
  const isReadOnly = useWorkshop((workshop) => workshop.workshop?.open?.readOnly ?? false);
  if (isReadOnly) return null;
  const { number, ruleSetVersionId } = version;
  const label = t('agreement.versions.menu', { number });
  return (
    <span className="version-steps">
      {baseline !== ruleSetVersionId && version.document !== null && (
        <button
          type="button"
          className="link-button"
          aria-label={t('agreement.versions.baselineOf', { number })}
          title={t('agreement.versions.baselineOf', { number })}
          onClick={() =>
            void client('scenario.setBaseline', {
              versionId: ruleSetVersionId,
              label: t('agreement.versions.baselineStep', { number }),
            })
          }
        >
          {t('agreement.versions.baseline')}
        </button>
      )}
      {version.document !== null && (
        <ReasonForm
          className="link-button"
          button={t('agreement.versions.reopen')}
          label={label}
          doing={t('agreement.reopen.do', { number })}
          onDo={(reason) =>
            agreement.take('agreement.reopen', { number, reason, label: t('agreement.step.reopen', { number }) })
          }
        />
      )}
      {version.state !== 'superseded' && (
        <ReasonForm
          className="link-button"
          button={t('agreement.versions.supersede')}
          label={label}
          doing={t('agreement.supersede.do', { number })}
          onDo={(reason) => agreement.take('agreement.supersede', { number, reason })}
        />
      )}
    </span>
  );
};
