/** Questions about the promises of an agreement, on their way to where the history is held. */
import type { Reply } from '../../../api/reply.ts';
import type { AgreementDocument } from '../../../core/agreement/agreement-document.ts';
import { parseAgreement } from '../../../core/agreement/parse-agreement.ts';
import type { Handler } from '../../dispatch.ts';
import { refuse, reply } from '../../failure.ts';
import { type AnalysisParts, createAsk } from '../analysis-handlers.ts';

type PromisesMethod = 'agreement.promises';

export function createPromisesHandlers(parts: AnalysisParts): { readonly [M in PromisesMethod]: Handler<M> } {
  const ask = createAsk(parts);
  return {
    'agreement.promises': async ({ document, start, period, ...about }) => {
      const agreement = askedAgreement(document);
      if (!agreement.ok) return agreement;
      return ask('promises', { ...about, level: agreement.value.level }, () =>
        reply({ agreement: agreement.value, start, period }),
      );
    },
  };
}

/** `badAgreement` with the path of its first fault. */
function askedAgreement(document: unknown): Reply<AgreementDocument> {
  const parsed = parseAgreement(document);
  if (parsed.ok) return parsed;
  const [first] = parsed.error;
  return refuse('badAgreement', first?.message ?? '', first?.path ?? '');
}
