/** The JSON body of a call: capped in size and in time. */
import type { IncomingMessage } from 'node:http';

export type Body =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: 400 | 408 | 413 | 415 };

export interface BodyLimits {
  readonly mostBytes: number;
  readonly mostMs: number;
}

/** Never rejects. After a failure the connection must be closed: the rest of the body is unread. */
export async function readJsonBody(request: IncomingMessage, { mostBytes, mostMs }: BodyLimits): Promise<Body> {
  if (!/^application\/json(;|$)/.test(request.headers['content-type'] ?? '')) return { ok: false, status: 415 };
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return { ok: false, status: 413 };
  const late = Promise.withResolvers<Body>();
  const timer = setTimeout(() => late.resolve({ ok: false, status: 408 }), mostMs);
  try {
    return await Promise.race([collect(request, mostBytes), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function collect(request: IncomingMessage, mostBytes: number): Promise<Body> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Leaving the loop must not destroy the socket that the answer still needs.
  const body: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  try {
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > mostBytes) return { ok: false, status: 413 };
      chunks.push(chunk);
    }
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return { ok: false, status: 400 };
  }
}
