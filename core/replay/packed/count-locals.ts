/** The local variables of the counting code, by name. */
import * as w from './wasm-code.ts';

export const PARAMETERS = ['pair', 'endPair', 'evenRecord', 'oddRecord', 'counts'] as const;
export const I32_LOCALS = [
  'firstPair',
  'info',
  /** Index of the outcome × 8. */
  'outcome',
  'place',
  'row',
  'cell',
  'record',
  'hour',
  'holds',
  'firstHour',
  'hours',
] as const;
export const F64_LOCALS = [
  'peak',
  'need',
  'total',
  'totalMin',
  'totalMax',
  'gridLow',
  'cellsPerPoint',
  'asOfMs',
  'atMs',
  'leadTimeMs',
] as const;

type Name = (typeof PARAMETERS)[number] | (typeof I32_LOCALS)[number] | (typeof F64_LOCALS)[number];

const index = new Map<Name, number>([...PARAMETERS, ...I32_LOCALS, ...F64_LOCALS].map((name, place) => [name, place]));

export const countLocals = {
  get: (name: Name): w.Code => w.localGet(index.get(name) ?? 0),
  set: (name: Name, value: w.Code): w.Code => w.localSet(index.get(name) ?? 0, value),
};
export type CountLocals = typeof countLocals;
