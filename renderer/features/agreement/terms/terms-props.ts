import type { AgreementDocument } from '../../../../api/core-types.ts';
import type { AgreementFault } from '../../../../core/agreement/parse-agreement.ts';

export interface TermsProps {
  readonly document: AgreementDocument;
  readonly faults: readonly AgreementFault[];
  /** Absent: they are not for change. `what`: the term, for the name of the step. */
  readonly onChange?: ((next: AgreementDocument, what: string, coalesce: string) => void) | undefined;
}
