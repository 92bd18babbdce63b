/** Expected failures are values with a `kind`; bugs throw. */
export type Result<T, F> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: F };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const fail = <F>(error: F): { readonly ok: false; readonly error: F } => ({ ok: false, error });
