import { useCallback, useEffect, useRef, useState } from 'react';
import type { AgreementState } from '../../../api/agreement.ts';
import type { Input, Outputs } from '../../../api/contract.ts';
import type { AgreementDocument } from '../../../api/core-types.ts';
import type { Failure } from '../../../api/reply.ts';
import { type AgreementFault, parseAgreement } from '../../../core/agreement/parse-agreement.ts';
import { useStores } from '../../stores/use-stores.tsx';

type Step = { [M in keyof Outputs]: Outputs[M] extends AgreementState ? M : never }[keyof Outputs];

export interface Agreement {
  /** Null until the app has answered. */
  readonly state: AgreementState | null;
  /** What is being written, before the app has it; null: no draft. */
  readonly draft: AgreementDocument | null;
  /** Of the draft as it stands on screen; such a draft is not handed on until it has none. */
  readonly faults: readonly AgreementFault[];
  readonly failure: Failure | null;
  readonly dismiss: () => void;
  /** Steps with the same key in a row are one for undo. */
  readonly change: (next: AgreementDocument, label: string, coalesce?: string) => void;
  /** True when it was done. */
  readonly take: <M extends Step>(method: M, input: Input<M>) => Promise<boolean>;
}

/** The agreement as it is after each change that the app has told of. What is typed is on screen at once. */
export const useAgreement = (): Agreement => {
  const { client, bridge } = useStores();
  const [state, setState] = useState<AgreementState | null>(null);
  const [ahead, setAhead] = useState<Ahead | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const newest = useRef(0);
  useEffect(() => {
    const load = async () => {
      newest.current += 1;
      const mine = newest.current;
      const reply = await client('agreement.get', {});
      if (mine !== newest.current) return;
      if (reply.ok) setState(reply.value);
      else setFailure(reply.error);
      setAhead(null);
    };
    void load();
    return bridge.subscribe((event) => {
      const isOfIt = event.kind === 'changed' && (event.what === 'scenario' || event.what === 'agreement');
      if (isOfIt || (event.kind === 'changed' && event.what === 'workshop')) void load();
    });
  }, [client, bridge]);
  const take = useCallback(
    async <M extends Step>(method: M, input: Input<M>): Promise<boolean> => {
      newest.current += 1;
      const mine = newest.current;
      const reply = await client(method, input);
      if (mine !== newest.current) return reply.ok;
      setFailure(reply.ok ? null : reply.error);
      if (reply.ok) setState(reply.value);
      setAhead(null);
      return reply.ok;
    },
    [client],
  );
  const change = useCallback(
    (next: AgreementDocument, label: string, coalesce?: string) => {
      const parsed = parseAgreement(next);
      setAhead({ draft: next, faults: parsed.ok ? [] : parsed.error });
      newest.current += 1;
      if (parsed.ok)
        void take('agreement.edit', { document: next, label, ...(coalesce === undefined ? {} : { coalesce }) });
    },
    [take],
  );
  return {
    state,
    draft: ahead?.draft ?? state?.draft?.document ?? null,
    faults: ahead?.faults ?? [],
    failure,
    dismiss: () => setFailure(null),
    change,
    take,
  };
};

interface Ahead {
  readonly draft: AgreementDocument;
  readonly faults: readonly AgreementFault[];
}
