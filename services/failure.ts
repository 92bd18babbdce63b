import type { Failure, FailureKind, Reply } from '../api/reply.ts';

const failure = (kind: FailureKind, detail: string, path?: string): Failure =>
  path === undefined ? { kind, detail } : { kind, detail, path };

export const refuse = (
  kind: FailureKind,
  detail: string,
  path?: string,
): { readonly ok: false; readonly error: Failure } => ({
  ok: false,
  error: failure(kind, detail, path),
});

export const reply = <T>(value: T): Reply<T> => ({ ok: true, value });
