import type { Bridge } from '../../api/bridge.ts';
import type { Input, Method, Outputs } from '../../api/contract.ts';
import type { Reply } from '../../api/reply.ts';

export type Client = <M extends Method>(method: M, input: Input<M>) => Promise<Reply<Outputs[M]>>;

/** A broken transport (server gone, window closing) becomes a failure like any other, so that no screen hangs. */
export const createClient =
  (bridge: Bridge): Client =>
  async (method, input) => {
    try {
      return await bridge.call(method, input);
    } catch (thrown) {
      return {
        ok: false,
        error: { kind: 'unexpected', detail: thrown instanceof Error ? thrown.message : String(thrown) },
      };
    }
  };
